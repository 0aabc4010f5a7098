package org.vigie.cli.command.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.environment.Here;

class TaxonomyCommandTest {
  private static final String MODELS = "--models=own";

  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));

  @BeforeEach
  void writeATaxonomyOfTwoRows() throws Exception {
    here = Here.in(folder);
    Files.createDirectories(folder.resolve("own"));
    Files.writeString(
        folder.resolve("own/taxonomy.yaml"),
        """
        version: taxonomy-7
        indicators:
          - {id: RC-07, name: document demanded, category: control, level: AS, grade: E, scored: true, source: A, definition: D.}
          - {id: OT-02, name: child transfer, category: minor-risk route, level: A, grade: E, scored: false, source: B, definition: F.}
        """);
  }

  @Test
  void listsEveryRowOnALine() {
    assertThat(here.vigie("taxonomy", "list", MODELS)).isZero();

    assertThat(here.out())
        .isEqualTo(
            """
            ID     NAME               CATEGORY          LEVEL  GRADE  RISK
            RC-07  document demanded  control           AS     E      may add
            OT-02  child transfer     minor-risk route  A      E      sets the minor-risk flag

            2 indicators of taxonomy-7. Evidence to look at, never proof.
            """);
  }

  @Test
  void showsOneRowHoweverItsIdIsWritten() {
    assertThat(here.vigie("taxonomy", "show", "rc-07", MODELS)).isZero();

    assertThat(here.out())
        .isEqualTo(
            """
            RC-07 document demanded
            D.
            category  control
            found in  the text, declared fields
            evidence  E, experts agree on it
            risk      may add
            source    A
            """);
  }

  @Test
  void refusesARowThatIsNotThere() {
    assertThat(here.vigie("taxonomy", "show", "RC-99", MODELS)).isEqualTo(2);

    assertThat(here.err())
        .startsWith("vigie: ID must be a row of taxonomy-7, but was 'RC-99'; type ./vigie tax");
  }

  @Test
  void exportsForMispTheSameBytesEachTime() {
    assertThat(here.vigie("taxonomy", "export", "--format", "misp", MODELS)).isZero();
    String first = here.out();
    here.forget();
    here.vigie("taxonomy", "export", "--format", "misp", MODELS);

    assertThat(first).contains("\"version\" : 7", "\"value\" : \"RC-07\"").endsWith("}\n");
    assertThat(here.out()).isEqualTo(first);
  }

  @Test
  void exportsAGalaxyToAFolderAndWantsOne() {
    assertThat(here.vigie("taxonomy", "export", "--format", "misp-galaxy", MODELS)).isEqualTo(2);
    assertThat(here.vigie("taxonomy", "export", "--format", "misp", "--to", "x", MODELS))
        .isEqualTo(2);
    assertThat(here.vigie("taxonomy", "export", "--format", "misp-galaxy", "--to", "g", MODELS))
        .as(here.err())
        .isZero();

    assertThat(folder.resolve("g/galaxies/vigie-indicators.json"))
        .content()
        .contains("\"type\": \"vigie-indicators\"", "\"version\": 7");
    assertThat(folder.resolve("g/clusters/vigie-indicators.json"))
        .content()
        .contains("\"value\": \"RC-07 document demanded\"");
  }
}
