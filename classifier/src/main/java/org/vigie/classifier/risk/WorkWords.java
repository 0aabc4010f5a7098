package org.vigie.classifier.risk;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.text.Word;
import org.vigie.text.map.LongIntMap;

/**
 * English words that say that an advert is about work: without any the recruitment model is silent.
 */
final class WorkWords {
  private static final Set<String> WORDS =
      Set.of(
          "job",
          "jobs",
          "work",
          "working",
          "worker",
          "workers",
          "works",
          "hiring",
          "hire",
          "hired",
          "vacancy",
          "vacancies",
          "position",
          "positions",
          "employment",
          "employee",
          "employees",
          "employer",
          "employers",
          "salary",
          "wage",
          "wages",
          "apply",
          "applicant",
          "applicants",
          "application",
          "candidate",
          "candidates",
          "staff",
          "recruit",
          "recruiting",
          "recruitment",
          "earn",
          "earnings",
          "shift",
          "shifts",
          "career",
          "careers",
          "duties",
          "cv",
          "resume",
          "payroll",
          "experience",
          "skills",
          "role",
          "responsibilities",
          "vacant",
          "seeking");

  private static final Set<String> FEATURES =
      WORDS.stream().map(word -> "word:" + word).collect(Collectors.toUnmodifiableSet());

  private static final LongIntMap HASHES = new LongIntMap();

  static {
    WORDS.forEach(word -> HASHES.put(FeatureHash.word(FeatureHash.text(word)), 0));
  }

  private WorkWords() {}

  static boolean in(WordFeatures features) {
    long[] hashes = features.hashes();
    for (int i = 0; i < features.count(); i++) {
      if (HASHES.get(hashes[i]) != LongIntMap.ABSENT) {
        return true;
      }
    }
    return false;
  }

  static boolean in(List<Feature> features) {
    for (Feature feature : features) {
      if (FEATURES.contains(feature.name())) {
        return true;
      }
    }
    return false;
  }

  static boolean among(List<Word> words) {
    return words.stream().anyMatch(word -> WORDS.contains(word.text()));
  }
}
