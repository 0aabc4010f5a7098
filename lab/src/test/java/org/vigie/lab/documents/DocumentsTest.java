package org.vigie.lab.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.casework.Readme;
import org.vigie.casework.config.DefaultFiles;
import org.vigie.casework.surroundings.Here;
import org.vigie.cli.command.RootCommand;
import org.vigie.files.failure.Exit;

class DocumentsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  @TempDir Path folder;

  @Test
  void theReadmeShowsTheTwoCommandsFirst() throws Exception {
    assertThat(Readme.commands()).startsWith("./vigie demo", "./vigie test");
  }

  @Test
  void everyCommandOfTheReadmeIsOneThatIsKnown() throws Exception {
    for (String command : Readme.commands()) {
      List<String> words = ShellLine.parse(command).words();
      assertThat(words.getFirst()).as(command).isEqualTo("./vigie");
      RootCommand.commandLine(Here.in(folder).surroundings())
          .parseArgs(words.subList(1, words.size()).toArray(String[]::new));
    }
  }

  @Test
  void theReadmeListsEveryExitCode() throws Exception {
    for (Exit exit : Exit.values()) {
      assertThat(Readme.text("README.md"))
          .contains("| %d | %s |".formatted(exit.code(), exit.meaning()));
    }
  }

  @Test
  void theReadmeKeepsAPlaceForWhatTheDemoPrints() throws Exception {
    assertThat(Readme.text("README.md"))
        .containsSubsequence("<!-- demo-output:begin -->", "<!-- demo-output:end -->");
  }

  @Test
  void theConfigurationPageShowsTheDefaultFileAsItIs() throws Exception {
    assertThat(Readme.text("docs/reference/configuration.md"))
        .contains("```yaml\n" + DefaultFiles.settings() + "```");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "CHANGELOG.md",
        "docs/reference/advert-v1.md",
        "docs/reference/configuration.md",
        "docs/reference/console.md",
        "docs/explanation/life-of-an-advert.md"
      })
  void everyLinkLeadsToAFile(String document) throws Exception {
    Path from = Readme.project().resolve(document).getParent();
    List<String> broken;
    try (Stream<MatchResult> links = LINK.matcher(Readme.text(document)).results()) {
      broken =
          links
              .map(link -> link.group(1))
              .filter(target -> !Files.exists(from.resolve(target)))
              .toList();
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void readsShellAsTheReadmeWritesIt() {
    assertThat(ShellLine.parse("printf 'a\\nb c\\n' | ./vigie run --input - ''"))
        .isEqualTo(new ShellLine(List.of("./vigie", "run", "--input", "-", ""), "a\nb c\n"));
  }
}
