package org.vigie.cli.command.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;

/** What the offer checker refuses; that it leaves nothing, {@code verify exchange} shows. */
class OfferCheckerTest {
  @TempDir Path folder;

  @Test
  void refusesWhatItCannotServe() throws Exception {
    Here here = Here.in(folder).home(Readme.project());

    assertThat(here.vigie("serve", "--offer-checker", "--port", "70000")).isEqualTo(2);
    assertThat(here.err()).contains("--port");
    assertThat(here.vigie("serve", "--offer-checker", "--listen", "192.0.2.1")).isEqualTo(2);
    assertThat(here.err()).contains("--listen must be an address of this machine");
    assertThat(here.vigie("serve", "--offer-checker", "--authority", "A")).isNotZero();
    assertThat(here.err()).contains("mandate");
    Files.writeString(folder.resolve("lines.yaml"), "helplines: [{country: FR, name: A}]");
    assertThat(here.vigie("serve", "--offer-checker", "--helplines", "lines.yaml")).isNotZero();
    assertThat(here.err()).contains("lines.yaml", "number");
    assertThat(here.vigie("serve", "--helplines", "lines.yaml")).isEqualTo(2);
    assertThat(here.err()).contains("goes with --offer-checker");
  }
}
