package org.vigie.cli.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Finding;
import org.vigie.advert.Mandate;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.WorkspaceInUseException;
import org.vigie.search.query.QuerySyntaxException;

class FailureTest {
  @Test
  void givesEachKindOfProblemItsExitCode() {
    assertThat(Failure.of(UserError.ofMandate("m")).exit()).isEqualTo(Exit.MANDATE);
    assertThat(Failure.of(expired()).exit()).isEqualTo(Exit.MANDATE);
    assertThat(Failure.of(new WorkspaceInUseException(Path.of("w"))).exit()).isEqualTo(Exit.IN_USE);
    assertThat(Failure.of(new QuerySyntaxException(Finding.of("query-nothing"))).exit())
        .isEqualTo(Exit.USAGE);
    assertThat(Failure.of(new InterruptedException()).exit()).isEqualTo(Exit.INTERRUPTED);
    assertThat(Failure.of(new IOException("full")).exit()).isEqualTo(Exit.INPUT);
    assertThat(Failure.of(new IllegalStateException("?")).exit()).isEqualTo(Exit.INTERNAL);
  }

  @Test
  void saysWhatMustHoldOfAMissingFile() {
    assertThat(Failure.of(new NoSuchFileException("a.jsonl")))
        .isEqualTo(new Failure(Exit.INPUT, "a.jsonl must exist, but doesn't"));
  }

  @Test
  void staysOnOneLineWhateverAMessageHolds() {
    assertThat(Failure.of(new IOException("a\nb\tc\u001B[31m\rd")).line())
        .isEqualTo("a b c [31m d");
  }

  @Test
  void namesAProblemThatHasNoMessage() {
    assertThat(Failure.of(new IllegalStateException()).line())
        .isEqualTo(
            "internal error: IllegalStateException: IllegalStateException; --debug shows where it"
                + " happened");
  }

  private static RuntimeException expired() {
    Mandate mandate = new Mandate("a", "b", "c", "d", "e", Instant.EPOCH);
    try {
      mandate.requireValid(Instant.EPOCH);
      throw new AssertionError("a mandate must not hold at its end");
    } catch (RuntimeException e) {
      return e;
    }
  }
}
