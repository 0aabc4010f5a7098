package org.vigie.training.sentence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.vigie.advert.Span;
import org.vigie.classifier.sentence.Sentence;
import org.vigie.classifier.sentence.Stance;
import org.vigie.files.digest.Sha256;
import org.vigie.files.yaml.YamlMap;

/** Invented sentences that say, deny or report a sign, some to train on, others to measure with. */
public final class SentenceTemplates {
  static final String FILE = "sentences.yaml";

  private static final String INDICATORS = "indicators";
  private static final long SEED = 1;

  /** So many sentences at most are made of a template, each with other words. */
  private static final int PER_TEMPLATE = 12;

  private static final int TRIES = 3 * PER_TEMPLATE;

  private final YamlMap yaml;
  private final String hash;

  private SentenceTemplates(YamlMap yaml, String hash) {
    this.yaml = yaml;
    this.hash = hash;
  }

  /** Reads the sentences that the classifier brings along. */
  public static SentenceTemplates load() throws IOException {
    try (InputStream in = SentenceTemplates.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " must be beside the classes that read it");
      }
      byte[] bytes = in.readAllBytes();
      String text = new String(bytes, StandardCharsets.UTF_8);
      return new SentenceTemplates(YamlMap.parse(Path.of(FILE), text), Sha256.of(bytes));
    }
  }

  /** Returns the hash of the file of sentences. */
  String hash() {
    return hash;
  }

  /** Returns the codes of the languages, in the order of the file. */
  List<String> languages() {
    return yaml.keys().stream().filter(key -> !key.equals(INDICATORS)).toList();
  }

  /** Returns the ids of the indicators that the phrases are of. */
  List<String> indicators() {
    return yaml.texts(INDICATORS);
  }

  /** Returns the sentences to train on. */
  List<Sentence> train() {
    return sentences("train");
  }

  /** Returns the sentences to measure with, of templates that no other sentence is made of. */
  public List<Sentence> apart() {
    return sentences("apart");
  }

  private List<Sentence> sentences(String part) {
    Random random = new Random(SEED);
    List<Sentence> sentences = new ArrayList<>();
    for (String language : languages()) {
      YamlMap own = yaml.map(language).allowOnly("n", "v", "c", "train", "apart");
      YamlMap byStance = own.map(part).allowOnly("said", "denied", "reported");
      for (Stance stance : Stance.values()) {
        for (String template : byStance.texts(stance.label())) {
          Set<Sentence> different = new LinkedHashSet<>();
          for (int i = 0; i < TRIES && different.size() < PER_TEMPLATE; i++) {
            different.add(fill(template, language, stance, own, random));
          }
          sentences.addAll(different);
        }
      }
    }
    return sentences;
  }

  private static Sentence fill(
      String template, String language, Stance stance, YamlMap phrases, Random random) {
    StringBuilder text = new StringBuilder();
    Span phrase = new Span(0, 0);
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      int close = template.indexOf(c == '{' ? '}' : ']', i);
      if (c == '{') {
        String chosen = one(phrases.texts(template.substring(i + 1, close)), random);
        String written = text.isEmpty() ? capital(chosen) : chosen;
        phrase = new Span(text.length(), text.length() + written.length());
        text.append(written);
        i = close;
      } else if (c == '[') {
        text.append(one(List.of(template.substring(i + 1, close).split("\\|")), random));
        i = close;
      } else {
        text.append(c);
      }
    }
    return new Sentence(language, stance, template, text.toString(), phrase);
  }

  private static String one(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
  }
}
