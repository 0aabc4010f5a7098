package org.vigie.cli.command.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.classifier.sign.Genre;

class AssessExplainTest {
  private static final Pattern KIND = Pattern.compile("([a-z-]+) ([+-][0-9]+\\.[0-9]{2})");

  @TempDir Path folder;

  @Test
  void tellsWhatEachKindOfTextHasForItAndWhatEachSentenceAdds() {
    Here here = Here.in(folder).home(Readme.project());
    String text = "Cook wanted for a school kitchen. Call us on Monday with your references.";

    assertThat(here.vigie("assess", "--explain", "--lang", "en", "--text", text))
        .as(here.err())
        .isZero();

    String line =
        here.out()
            .lines()
            .filter(one -> one.startsWith("  kind of text, in log-odds: "))
            .findFirst()
            .orElseThrow();
    List<MatchResult> kinds = KIND.matcher(line).results().toList();
    assertThat(kinds).hasSize(Genre.values().length);
    assertThat(kinds).isSortedAccordingTo((a, b) -> Double.compare(odds(b), odds(a)));
    assertThat(here.out().lines().filter(one -> one.matches(" {4}[+-][0-9.]+ to .* sentence [12]")))
        .hasSize(2);
  }

  private static double odds(MatchResult kind) {
    return Double.parseDouble(kind.group(2));
  }
}
