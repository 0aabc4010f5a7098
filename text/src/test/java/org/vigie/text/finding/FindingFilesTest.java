package org.vigie.text.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The message files of all languages, against the English one. */
class FindingFilesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("vigie.root"), "text/src/main/resources/org/vigie/text/finding");

  static Stream<Path> files() throws IOException {
    Set<Path> files = new TreeSet<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(FOLDER, "findings_*.properties")) {
      all.forEach(files::add);
    }
    assertThat(files).isNotEmpty();
    return files.stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void haveAMessageForEachCodeWithTheSameArguments(Path file) throws IOException {
    Properties english = read(FOLDER.resolve("findings.properties"));
    Properties other = read(file);

    assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    assertThat(arguments(other)).isEqualTo(arguments(english));
  }

  /** An argument that is a number in both languages may be put in without a plural in one. */
  private static Map<String, Set<String>> arguments(Properties file) {
    Map<String, Set<String>> arguments = new TreeMap<>();
    for (String key : file.stringPropertyNames()) {
      if (!key.contains(".")) {
        arguments.put(key, message(file, key).arguments());
      }
    }
    return arguments;
  }

  private static FindingMessage message(Properties file, String key) {
    return new FindingMessage(file.getProperty(key), Locale.ROOT);
  }

  @ParameterizedTest
  @MethodSource("files")
  void sayEachCodeWithEveryPlural(Path file) throws IOException {
    Properties messages = read(file);
    Locale language = Locale.of(file.getFileName().toString().replaceAll("findings_|\\..*", ""));
    for (String key : messages.stringPropertyNames()) {
      if (!key.contains(".")) {
        FindingMessage message = new FindingMessage(messages.getProperty(key), language);
        for (int number : new int[] {0, 1, 2, 5, 21, 1000}) {
          Map<String, String> values = new HashMap<>();
          message.arguments().forEach(name -> values.put(name, Integer.toString(number)));
          assertThat(message.isFilledBy(values)).as(key).isTrue();
          assertThat(message.say(values, (name, value) -> value))
              .as(key)
              .isNotBlank()
              .doesNotContain("{", "}", "''");
        }
      }
    }
  }

  private static Properties read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    return properties;
  }
}
