package org.vigie.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Errors, states and labels that the machine writes in English, told in another language.
 *
 * <p>What alerts, indicators and risks say has codes of its own ({@link
 * org.vigie.text.finding.FindingWords}) and is none of these. A language is a file, {@code
 * sentences_fr.txt}: a line for each sentence, in English and, after {@code =>}, in the language;
 * what stands in braces varies, as {@link SentencePattern} says.
 */
final class Sentences {
  /** Nothing that a record says of itself nests deeper: a line, a list, a sign in it, its name. */
  private static final int DEEPEST = 5;

  /** More than any sentence; whatever is longer is somebody's own text. */
  private static final int LONGEST = 4_000;

  private static final List<String> SEPARATORS = List.of("; ", " · ", ", ");

  private final Map<String, String> whole = new HashMap<>();
  private final List<SentencePattern> patterns = new ArrayList<>();

  /** Adds a name that sentences are made of. */
  Sentences with(String english, String told) {
    whole.putIfAbsent(english, told);
    return this;
  }

  /**
   * Adds those of a file.
   *
   * @param file its name, for messages
   * @throws IllegalArgumentException if a line is none
   */
  void read(BufferedReader lines, String file) throws IOException {
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        add(line, file + ":" + number);
      }
    }
  }

  private void add(String line, String place) {
    String[] sides = line.split(" => ", -1);
    if (sides.length != 2 || sides[0].isBlank() || sides[1].isBlank()) {
      throw new IllegalArgumentException(place + " must be a sentence => the same told, but isn't");
    }
    if (sides[0].indexOf('{') < 0) {
      whole.put(sides[0], sides[1]);
    } else {
      patterns.add(SentencePattern.of(sides[0], sides[1], place));
    }
  }

  /** Returns a sentence in this language, or as it is if it is none of ours. */
  String tell(String english) {
    return find(english).orElse(english);
  }

  /** Returns a sentence in this language, if all of it is known. */
  Optional<String> find(String english) {
    return english.length() > LONGEST ? Optional.empty() : find(english.strip(), DEEPEST);
  }

  private Optional<String> find(String english, int deep) {
    String known = whole.get(english);
    if (known != null) {
      return Optional.of(known);
    }
    if (deep == 0) {
      return Optional.empty();
    }
    for (SentencePattern pattern : patterns) {
      Optional<String> told =
          pattern.match(english).flatMap(parts -> filled(pattern, parts, deep - 1));
      if (told.isPresent()) {
        return told;
      }
    }
    return list(english, deep - 1);
  }

  private Optional<String> filled(SentencePattern pattern, Map<String, String> parts, int deep) {
    Map<String, String> told = new HashMap<>(parts);
    for (Map.Entry<String, String> part : parts.entrySet()) {
      if (SentencePattern.isSentence(part.getKey())) {
        Optional<String> found = find(part.getValue(), deep);
        if (found.isEmpty()) {
          return Optional.empty();
        }
        told.put(part.getKey(), found.get());
      }
    }
    return Optional.of(pattern.fill(told));
  }

  /** A list is told part by part. */
  private Optional<String> list(String english, int deep) {
    for (String separator : SEPARATORS) {
      if (english.contains(separator)) {
        List<String> told = new ArrayList<>();
        for (String part : english.split(Pattern.quote(separator), -1)) {
          Optional<String> found = find(part, deep);
          if (found.isEmpty()) {
            return Optional.empty();
          }
          told.add(found.get());
        }
        // A language may set a semicolon apart from the word before it, as French does.
        String joint = separator.replace(";", whole.getOrDefault(";", ";"));
        return Optional.of(String.join(joint, told));
      }
    }
    return Optional.empty();
  }
}
