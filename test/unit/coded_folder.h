/* A folder of its own with a paper and its coding file, and room for a database: the fixture of ingest's tests. */
#ifndef TEST_UNIT_CODED_FOLDER_H
#define TEST_UNIT_CODED_FOLDER_H

typedef struct {
  char folder[40], db[60], paper[60], coding[60];
} coded_folder;

/* Makes it and writes both files; free with coded_folder_free(), which is non-zero where more was left in it. */
coded_folder *coded_folder_new(const char *paper, const char *coding);
int coded_folder_free(coded_folder *in);

/* Replaces the file's content by the two texts, one after the other; ends the test where it cannot. */
void write_file(const char *path, const char *words, const char *more);

#endif
