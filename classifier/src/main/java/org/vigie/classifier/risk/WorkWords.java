package org.vigie.classifier.risk;

import java.util.List;
import java.util.Set;
import org.vigie.classifier.text.Word;

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

  private WorkWords() {}

  static boolean in(List<Feature> features) {
    return features.stream()
        .anyMatch(f -> f.name().startsWith("word:") && WORDS.contains(f.name().substring(5)));
  }

  static boolean among(List<Word> words) {
    return words.stream().anyMatch(word -> WORDS.contains(word.text()));
  }
}
