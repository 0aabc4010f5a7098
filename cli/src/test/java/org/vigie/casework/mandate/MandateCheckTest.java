package org.vigie.casework.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.ExpiredMandateException;
import org.vigie.advert.Mandate;
import org.vigie.casework.environment.Here;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;

class MandateCheckTest {
  private static final Mandate MANDATE =
      new Mandate("a", "b", "c", "d", "e", Instant.parse("2027-01-01T00:00:00Z"));

  @TempDir Path folder;

  @Test
  void logsAndKeepsTheMandateThatItLetsPass() throws Exception {
    assertThat(pass(Optional.of(MANDATE))).isEqualTo(MANDATE);

    assertThat(MandateCheck.log(workspace())).content().contains(MANDATE.id());
    assertThat(workspace().mandates().resolve(MANDATE.id() + ".json"))
        .content()
        .contains("\"validUntil\" : \"2027-01-01T00:00:00Z\"");
  }

  @Test
  void takesTheWorkspacesMandateWhereNoneIsOffered() throws Exception {
    Files.createDirectories(workspace().root());
    MandateFile.write(workspace().mandate(), MANDATE);

    assertThat(pass(Optional.empty())).isEqualTo(MANDATE);
  }

  @Test
  void refusesWithoutAMandateAndSaysWhatToType() {
    assertThatThrownBy(() -> pass(Optional.empty()))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "search needs a mandate, but w holds none; type ./vigie init to enter one, or ./vigie"
                + " init --trial to try Vigie out");
    assertThat(MandateCheck.log(workspace())).doesNotExist();
  }

  @Test
  void refusesAMandateFromTheInstantItEnds() {
    Here here = Here.in(folder).at(MANDATE.validUntil());

    assertThatThrownBy(() ->
            new MandateCheck(here.environment())
                .pass(workspace(), Optional.of(MANDATE), "search", "x"))
        .isInstanceOf(ExpiredMandateException.class);
    assertThat(MandateCheck.log(workspace())).doesNotExist();
  }

  @Test
  void refusesWhatCannotBeLogged() throws Exception {
    Files.createDirectories(workspace().root());
    Files.writeString(workspace().root().resolve("audit"), "a file where a folder must be");

    assertThatThrownBy(() -> pass(Optional.of(MANDATE)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must be writable, or nothing is done");
  }

  private Mandate pass(Optional<Mandate> offered) {
    return new MandateCheck(Here.in(folder).environment())
        .pass(workspace(), offered, "search", "x");
  }

  private Workspace workspace() {
    return new Workspace(folder.resolve("w"));
  }
}
