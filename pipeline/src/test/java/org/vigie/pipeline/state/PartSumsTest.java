package org.vigie.pipeline.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.runtime.state.filesystem.FileStateHandle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartSumsTest {
  @TempDir Path job;

  private Path former;
  private Path present;

  @BeforeEach
  void twoCheckpoints() throws IOException {
    former = Files.createDirectory(job.resolve("chk-1"));
    present = Files.createDirectory(job.resolve("chk-2"));
  }

  @Test
  void keepsThePartsOfTheCheckpointThatIsMade() throws IOException {
    part(present);

    PartSums.forgetFormer(present);

    assertThat(sums(present)).hasSize(2).anySatisfy(line -> assertThat(line).endsWith("part"));
  }

  @Test
  void forgetsAPartThatCameWhenItsCheckpointWasGivenUp() throws IOException {
    PartSums.forget(former);
    part(former);

    PartSums.forgetFormer(present);

    assertThat(sums(former)).hasSize(1).allSatisfy(line -> assertThat(line).endsWith("_metadata"));
  }

  private static void part(Path checkpoint) throws IOException {
    Path part = Files.writeString(checkpoint.resolve("part"), "x");
    PartSums.Taken taken = new PartSums.Taken();
    taken.write('x');
    PartSums.keep(new FileStateHandle(new org.apache.flink.core.fs.Path(part.toUri()), 1), taken);
  }

  /** Returns the lines beside a checkpoint whose metadata are written. */
  private static List<String> sums(Path checkpoint) throws IOException {
    Path metadata = Files.writeString(checkpoint.resolve("_metadata"), "y");
    PartSums.Taken taken = new PartSums.Taken();
    taken.write('y');
    PartSums.write(metadata, taken);
    return Files.readAllLines(checkpoint.resolve("SHA256SUMS")).stream().sorted().toList();
  }
}
