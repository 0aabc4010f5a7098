package org.vigie.cli.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an installation brings beside the program, of a small program. */
class InstalledFilesTest {

  @Command(
      name = "vigie",
      description = "Watches.",
      subcommands = {Find.class, Secret.class})
  static final class Root {}

  @Command(
      name = "find",
      description = "Find what isn't lost",
      footer = {"", ".hidden files too"})
  static final class Find {
    @Option(
        names = {"-n", "--number"},
        paramLabel = "N",
        description = "How many. Default: ${DEFAULT-VALUE}")
    int number = 3;

    @Parameters(paramLabel = "WORD", description = "What to find")
    String word = "";
  }

  @Command(name = "secret", hidden = true, description = "Not for people")
  static final class Secret {}

  private final CommandLine vigie = new CommandLine(new Root());

  @Test
  void aManualPageSaysWhatHelpSays() {
    List<ManualPage> pages = ManualPage.of(vigie, "1.2");

    assertThat(pages).extracting(ManualPage::name).containsExactly("vigie", "vigie-find");
    assertThat(pages.getLast().text())
        .startsWith(".TH \"vigie\\-find\" 1 \"\" \"vigie 1.2\" \"Vigie\"\n.SH NAME\n")
        .contains(".TP\n.B \\-n, \\-\\-number N\nHow many. Default: 3\n")
        .contains(".TP\n.B WORD\nWhat to find\n")
        .as("a line that begins with a dot is text")
        .contains("\n\\&.hidden files too\n");
  }

  @Test
  void theReferenceSaysWhatHelpSaysAndHidesWhatItHides() {
    assertThat(CommandReference.of(vigie))
        .startsWith("# Commands\n\n## vigie\n\nWatches.\n")
        .contains("\n## vigie find\n\nFind what isn't lost\n\n```\nvigie find ")
        .contains("|-n, --number N|How many. Default: 3|\n")
        .contains("|WORD|What to find|\n")
        .contains("```\n.hidden files too\n```\n")
        .doesNotContain("secret");
  }

  @Test
  void theReferenceTakesNothingOfATextForMarkdown() {
    @Command(name = "odd", description = "Reads <b> & *all* of a_b|c[d]")
    final class Odd {}

    assertThat(CommandReference.of(new CommandLine(new Odd())))
        .contains("\nReads &lt;b> &amp; \\*all\\* of a\\_b\\|c\\[d\\]\n");
  }

  @Test
  void fishIsToldCommandsAndOptionsThatAreNotHidden() {
    assertThat(Completion.of(vigie, Completion.Shell.FISH))
        .contains("-a find -d 'Find what isn\\'t lost'")
        .contains("-l number -r -d 'How many. Default: 3'")
        .contains(" -s n ")
        .doesNotContain("secret");
  }

  @Test
  void theSameProgramGivesTheSameScript() {
    for (Completion.Shell shell : Completion.Shell.values()) {
      assertThat(Completion.of(vigie, shell))
          .isEqualTo(Completion.of(new CommandLine(new Root()), shell));
    }
    assertThat(Completion.of(vigie, Completion.Shell.ZSH)).startsWith("#compdef vigie\n");
  }

  @Test
  void aShellIsNamedAsItIsTyped() {
    assertThat(Completion.Shell.BASH).hasToString("bash");
    assertThat(Completion.Shell.FISH).hasToString("fish");
  }
}
