package org.vigie.classifier.sign;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.classifier.ModelsFolder;

class FramesTest {
  @TempDir Path models;

  @Test
  void refuseARoleThatIsNoConcept() throws IOException {
    Concepts concepts = Concepts.load(ModelsFolder.path());
    Files.writeString(
        models.resolve(Frames.FILE),
        """
        version: frames-1
        frames:
          - {row: LX-07, name: kept, within: 9, say: ["pasport", "!keep"]}
        """);

    assertThatThrownBy(() -> Frames.load(models, concepts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no concept is called 'pasport'");
  }
}
