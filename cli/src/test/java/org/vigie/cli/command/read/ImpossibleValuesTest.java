package org.vigie.cli.command.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.cli.command.ExampleWorkspace;
import org.vigie.pipeline.workspace.Workspace;

/** Searches for values that are none, typed and stored. */
class ImpossibleValuesTest {
  @TempDir Path folder;

  @Test
  void endWithTwoAndSayWhatWasMeantAndARunWarnsOfStoredOnes() throws Exception {
    Workspace workspace = ExampleWorkspace.in(folder);
    Here here = Here.in(folder).home(Readme.project()).onRealTime();

    Map.of(
            "country:France", "the code of a country, such as FR",
            "lang:xx", "the code of a language",
            "indicator:LX-99", "the id of an indicator, such as LX-0")
        .forEach((query, told) -> {
          assertThat(here.vigie("search", query)).as(query).isEqualTo(2);
          assertThat(here.err()).contains(told);
        });
    assertThat(here.vigie("search", "country:LU")).as("none is there").isZero();

    Files.writeString(
        workspace.queries(),
        "queries:\n"
            + "  - {name: over there, query: 'visa country:France'}\n"
            + "  - {name: signs, query: 'indicator:LX-99 OR indicator:LX-07'}\n"
            + "  - {name: sound, query: 'country:FR'}\n");
    assertThat(here.vigie("run")).as(here.err()).isZero();
    assertThat(here.err().lines().filter(line -> line.startsWith("warning: ")))
        .satisfiesExactly(
            country -> assertThat(country).contains("stored query over there: ", "such as FR"),
            sign -> assertThat(sign).contains("stored query signs: ", "'LX-99'"));
  }
}
