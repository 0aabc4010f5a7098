package org.vigie.casework.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.pipeline.workspace.Workspace;

class StateCheckTest {
  @TempDir Path folder;

  @Test
  void passesOverWhatARunLeftHalfWrittenBesideACompleteState() throws Exception {
    state("checkpoints/job/chk-9");
    state("savepoints/savepoint-1", "_metadata", "metadata");

    assertThat(problems()).isEmpty();
  }

  @Test
  void tellsOfACheckpointWithoutMetadataWhereNoOtherIsComplete() throws Exception {
    state("checkpoints/job/chk-9", "part", "a part of it");

    assertThat(problems()).containsExactly("chk-9 has no _metadata");
  }

  @Test
  void tellsOfEmptyMetadataBesideACompleteState() throws Exception {
    state("checkpoints/job/chk-9", "_metadata", "");
    state("savepoints/savepoint-1", "_metadata", "metadata");

    assertThat(problems()).containsExactly("chk-9 has no _metadata");
  }

  @Test
  void waitsForACheckpointThatIsBeingWritten() throws Exception {
    state("checkpoints/job/chk-1");

    assertThat(problems(false)).isEmpty();
  }

  private List<String> problems() throws IOException {
    return problems(true);
  }

  private List<String> problems(boolean old) throws IOException {
    return new StateCheck(new Workspace(folder), state -> old).problems();
  }

  private void state(String name, String... file) throws IOException {
    Path state = Files.createDirectories(folder.resolve("state").resolve(name));
    if (file.length > 0) {
      Files.writeString(state.resolve(file[0]), file[1]);
    }
  }
}
