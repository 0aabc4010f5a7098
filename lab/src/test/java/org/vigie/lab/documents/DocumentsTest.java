package org.vigie.lab.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.casework.Readme;
import org.vigie.casework.config.DefaultFiles;
import org.vigie.casework.environment.Here;
import org.vigie.cli.command.RootCommand;
import org.vigie.files.failure.Exit;

/** The README and the pages below {@code docs}: short, linked, and in step with the program. */
class DocumentsTest {
  /** A link: the file, if it names one, and the heading in it, if it names one. */
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]*)(?:#([^)]*))?\\)");

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern COLUMN = Pattern.compile("\\|");
  private static final Pattern NOT_IN_ANCHORS =
      Pattern.compile("[^\\w\\- ]", Pattern.UNICODE_CHARACTER_CLASS);

  /** Pages whose tables a command writes, with figures of one sort after another in a cell. */
  private static final List<String> WITH_LONG_CELLS =
      List.of(
          "docs/reference/classifier-figures.md",
          "docs/reference/verify-crawler.md",
          "docs/reference/verify-custody.md",
          "docs/reference/verify-exchange.md",
          "docs/reference/verify-pipeline.md");

  private static final int MOST_LINES = 100;
  private static final int LONGEST_LINE = 160;
  private static final int MOST_WORDS_OF_A_CELL = 25;
  private static final long MOST_WORDS = 25_000;

  @TempDir Path folder;

  static Stream<String> documents() throws IOException {
    return Stream.concat(
        Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md"), Readme.pages().stream());
  }

  static Stream<String> linkedDocuments() throws IOException {
    return Stream.concat(Stream.of("CHANGELOG.md"), documents());
  }

  @Test
  void theReadmeShowsTheTwoCommandsFirst() throws Exception {
    assertThat(Readme.commands("README.md")).startsWith("./vigie demo", "./vigie test");
  }

  @Test
  void theReadmeIsReadInFiveMinutes() throws Exception {
    assertThat(Readme.text("README.md").lines()).hasSizeLessThanOrEqualTo(MOST_LINES);
  }

  @Test
  void everyCommandThatIsToBeTypedIsOneThatIsKnown() throws Exception {
    List<String> commands = Readme.commands();
    assertThat(commands).hasSizeGreaterThan(15);
    for (String command : commands) {
      List<String> words = ShellLine.parse(command).words();
      assertThat(words.getFirst()).as(command).isEqualTo("./vigie");
      RootCommand.commandLine(Here.in(folder).environment())
          .parseArgs(words.subList(1, words.size()).toArray(String[]::new));
    }
  }

  @Test
  void everyExitCodeIsListed() throws Exception {
    for (Exit exit : Exit.values()) {
      assertThat(Readme.text("docs/reference/exit-codes.md"))
          .contains("| %d | %s |".formatted(exit.code(), exit.meaning()));
    }
  }

  @Test
  void theReadmeKeepsAPlaceForWhatTheDemoPrints() throws Exception {
    assertThat(Readme.text("README.md"))
        .containsSubsequence("<!-- demo-output:begin -->", "<!-- demo-output:end -->");
  }

  @Test
  void theDefaultSettingsAreShownAsTheyAre() throws Exception {
    assertThat(Readme.text("docs/reference/vigie.yaml")).isEqualTo(DefaultFiles.settings());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void noLineIsTooLongForAScreen(String document) throws Exception {
    assertThat(Readme.text(document).lines().filter(line -> !line.startsWith("|")))
        .allMatch(line -> line.length() <= LONGEST_LINE);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void aCellOfATableHoldsAFewWords(String document) throws Exception {
    if (!WITH_LONG_CELLS.contains(document)) {
      assertThat(
              Readme.text(document)
                  .lines()
                  .filter(line -> line.startsWith("|"))
                  .flatMap(COLUMN::splitAsStream))
          .allMatch(cell -> words(cell) <= MOST_WORDS_OF_A_CELL);
    }
  }

  @Test
  void allPagesTogetherCanBeReadInADay() throws Exception {
    long words = 0;
    for (String page : Readme.pages()) {
      words += words(Readme.text(page));
    }
    assertThat(words).isLessThanOrEqualTo(MOST_WORDS);
  }

  /** Counts as {@code wc -w} does: whatever stands between spaces is a word. */
  private static long words(String text) {
    return SPACE.splitAsStream(text).filter(word -> !word.isEmpty()).count();
  }

  @ParameterizedTest
  @MethodSource("linkedDocuments")
  void everyLinkLeadsToAFileAndAHeadingInIt(String document) throws Exception {
    Path from = Readme.project().resolve(document);
    List<String> broken = new ArrayList<>();
    for (MatchResult link : LINK.matcher(Readme.text(document)).results().toList()) {
      Path to = link.group(1).isEmpty() ? from : from.resolveSibling(link.group(1));
      if (!Files.exists(to) || (link.group(2) != null && !anchors(to).contains(link.group(2)))) {
        broken.add(link.group());
      }
    }
    assertThat(broken).isEmpty();
  }

  /** Returns what a page's headings are called in links, as GitHub makes it. */
  private static List<String> anchors(Path page) throws IOException {
    try (Stream<String> lines = Files.lines(page)) {
      return lines
          .filter(line -> line.startsWith("#"))
          .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
          .map(heading -> NOT_IN_ANCHORS.matcher(heading).replaceAll("").replace(' ', '-'))
          .toList();
    }
  }

  @Test
  void readsShellAsTheReadmeWritesIt() {
    assertThat(ShellLine.parse("printf 'a\\nb c\\n' | ./vigie run --input - ''"))
        .isEqualTo(new ShellLine(List.of("./vigie", "run", "--input", "-", ""), "a\nb c\n"));
  }
}
