package org.vigie.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.vigie.text.finding.FindingWords;
import org.vigie.text.finding.WrittenLanguages;

/**
 * The languages that the console speaks: English, and each whose files are there.
 *
 * <p>A language is up to three files beside one another, here in German: {@code
 * phrases_de.properties} has the pages' own words and makes it a language; {@code
 * indicators_de.properties} has the names and meanings of the taxonomy's rows, and {@code
 * findings_de.properties} how findings, errors and labels are said. What a file lacks is said in
 * English. All are in UTF-8.
 */
public final class Languages {
  /** Name of the folder in a workspace that may hold further languages. */
  public static final String FOLDER = "languages";

  private static final String PHRASES = "phrases_";
  private static final String PROPERTIES = ".properties";

  private static final Languages BUILT_IN = new Languages(Optional.empty());

  private final Map<Locale, Phrases> known = new LinkedHashMap<>();
  private final Optional<Path> folder;

  private Languages(Optional<Path> folder) {
    this.folder = folder;
    List<Locale> all = WrittenLanguages.withEnglish(code -> exists(PHRASES + code + PROPERTIES));
    for (Locale language : all) {
      known.put(language, phrases(language, all));
    }
  }

  /** Returns the languages that come with the console. */
  public static Languages builtIn() {
    return BUILT_IN;
  }

  /**
   * Returns these and the ones in a folder, which may be absent; of two files with one name that in
   * the folder counts.
   *
   * @throws IllegalArgumentException if a file there can't be understood
   */
  public static Languages in(Path folder) {
    return Files.isDirectory(folder) ? new Languages(Optional.of(folder)) : BUILT_IN;
  }

  /** Returns all of them, English first, then by their codes. */
  public List<Locale> all() {
    return List.copyOf(known.keySet());
  }

  /** Returns the words of a language; English if it isn't spoken here. */
  public Phrases phrases(Locale language) {
    Phrases phrases = known.get(language);
    return phrases == null ? english() : phrases;
  }

  /** Returns the words of the first of the languages that a browser asks for. */
  public Phrases preferred(String acceptLanguage) {
    return phrases(english().preferred(acceptLanguage));
  }

  private Phrases english() {
    return Objects.requireNonNull(known.get(Locale.ENGLISH), "English is in the jar");
  }

  private Phrases phrases(Locale language, List<Locale> all) {
    String ending = language.equals(Locale.ENGLISH) ? "" : "_" + language.getLanguage();
    Properties indicators = FindingWords.indicators(language);
    overlay("indicators" + ending + PROPERTIES, indicators);
    FindingWords findings =
        FindingWords.of(
            language,
            findings(language),
            id -> ending.isEmpty() ? "" : indicators.getProperty(id, ""));
    return new Phrases(language, all, file("phrases", ending), indicators, findings);
  }

  /** Reads how findings are said: as built in, but for what the folder says otherwise. */
  private Properties findings(Locale language) {
    Properties file = FindingWords.file(language);
    overlay(FindingWords.fileName(language), file);
    return file;
  }

  private void overlay(String name, Properties file) {
    if (inFolder(name).isPresent()) {
      load(name, file);
    }
  }

  /** Reads a file of a language, in which English stands for what it lacks. */
  private Properties file(String kind, String ending) {
    Properties file = new Properties();
    if (!ending.isEmpty()) {
      file = new Properties(file(kind, ""));
    }
    String name = kind + ending + PROPERTIES;
    if (exists(name)) {
      load(name, file);
    }
    return file;
  }

  private void load(String name, Properties file) {
    try (BufferedReader in = open(name)) {
      file.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean exists(String name) {
    return inFolder(name).isPresent() || Languages.class.getResource(name) != null;
  }

  private Optional<Path> inFolder(String name) {
    return folder.map(path -> path.resolve(name)).filter(Files::isRegularFile);
  }

  private BufferedReader open(String name) throws IOException {
    Optional<Path> file = inFolder(name);
    if (file.isPresent()) {
      return Files.newBufferedReader(file.get());
    }
    InputStream in = Languages.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException(name + " must be on the class path, but isn't");
    }
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }
}
