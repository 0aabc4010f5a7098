package org.vigie.cli.command.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.vigie.classifier.sign.ConceptFile;
import org.vigie.search.query.NearNames;
import org.vigie.text.safe.SafeText;

/** What a changed file of concepts says that nothing reads: slips that no error shows. */
final class ConceptSlips {
  /** The language whose file has all concepts. */
  private static final String FULLEST = "en";

  /** A star within a word, or signs that other languages of patterns have. */
  private static final Pattern UNREAD =
      Pattern.compile("[^\\s*]\\*[^\\s*]|\\*\\*|[\\[\\](){}|\\\\^$?]|\\p{L}\\+");

  private ConceptSlips() {}

  /**
   * Returns a line for each slip.
   *
   * @param former the models folder that holds the files in use
   */
  static List<String> in(ConceptFile changed, Path former) throws IOException {
    Set<String> names = new TreeSet<>();
    Set<String> known = new TreeSet<>();
    for (String language : List.of(FULLEST, changed.language())) {
      Path path = ConceptPaths.of(former, language);
      if (Files.isRegularFile(path)) {
        ConceptFile file = ConceptFile.read(path);
        names.addAll(file.patterns().keySet());
        file.patterns().values().forEach(known::addAll);
      }
    }
    List<String> slips = new ArrayList<>();
    changed
        .patterns()
        .forEach((concept, patterns) -> {
          if (!names.contains(concept)) {
            slips.add(unknown(concept, NearNames.of(concept, names)));
          }
          patterns.stream()
              .filter(pattern -> !known.contains(pattern) && UNREAD.matcher(pattern).find())
              .forEach(pattern -> slips.add(unread(concept, pattern)));
        });
    return slips;
  }

  private static String unknown(String concept, List<String> near) {
    return "unknown concept %s: no sign, search or gloss reads it%s"
        .formatted(concept, near.isEmpty() ? "" : "; like it: " + String.join(", ", near));
  }

  private static String unread(String concept, String pattern) {
    return "%s: '%s' can't be a word form: a * stands at the begin or the end of a word, and there are no other signs but .."
        .formatted(concept, SafeText.line(pattern));
  }
}
