static const double precision[G4_RULE_COUNT] = {0};
