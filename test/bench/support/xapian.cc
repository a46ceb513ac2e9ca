#include "support/xapian.h"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

#include <xapian.h>

namespace {

struct peer {
  std::string folder;
  Xapian::WritableDatabase writing;
  Xapian::Database reading;
};

template <typename Work>
auto guarded(Work work) -> decltype(work()) {
  try {
    return work();
  } catch (const Xapian::Error &error) {
    std::fprintf(stderr, "xapian: %s\n", error.get_description().c_str());
  } catch (const std::exception &error) {
    std::fprintf(stderr, "xapian: %s\n", error.what());
  }
  std::exit(1);
}

}  // namespace

void *xapian_new(void) {
  return guarded([] {
    std::string folder = (std::filesystem::temp_directory_path() / "g40-bench-XXXXXX").string();
    if (!mkdtemp(&folder[0])) {
      throw Xapian::DatabaseCreateError("no temporary folder");
    }
    auto *made = new peer{folder, {}, {}};
    made->writing = Xapian::WritableDatabase(folder + "/w", Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
    return static_cast<void *>(made);
  });
}

void xapian_add(void *self, uint32_t id, const xapian_term *terms, size_t count) {
  guarded([&] {
    Xapian::Document document;
    for (size_t i = 0; i < count; i++) {
      document.add_posting(terms[i].text, terms[i].position);
    }
    static_cast<peer *>(self)->writing.replace_document(id, document);
  });
}

void xapian_ready(void *self) {
  guarded([&] {
    auto *to = static_cast<peer *>(self);
    to->writing.commit();
    to->writing.compact(to->folder + "/r");
    to->reading = Xapian::Database(to->folder + "/r");
  });
}

size_t xapian_ask(void *self, xapian_how how, const char *const *terms, size_t count, unsigned limit) {
  return guarded([&] {
    static const Xapian::Query::op operators[] = {Xapian::Query::OP_AND, Xapian::Query::OP_OR,
                                                  Xapian::Query::OP_PHRASE};
    std::vector<std::string> all(terms, terms + count);
    Xapian::Enquire enquire(static_cast<peer *>(self)->reading);
    enquire.set_query(Xapian::Query(operators[how], all.begin(), all.end()));
    Xapian::MSet found = enquire.get_mset(0, limit);
    size_t sum = 0;
    for (auto at = found.begin(); at != found.end(); ++at) {
      sum += *at;
    }
    return sum;
  });
}

void xapian_free(void *self) {
  auto *gone = static_cast<peer *>(self);
  if (gone) {
    std::string folder = gone->folder;
    delete gone;
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
  }
}
