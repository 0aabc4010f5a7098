package org.vigie.classifier.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;
import org.vigie.training.risk.GroupScores;

/** Whatever bytes the files of a model of groups hold, they are read and used, or refused. */
class GroupWeightsFuzzTest {
  private static final String WEIGHTS = "{\"weights\":{\"bias\":-2.5,\"indicator:SX-01\":1.2}}";
  private static final String CALIBRATION = "{\"slope\":1.1,\"intercept\":0.2}";

  private static Path folder;
  private static Taxonomy taxonomy;

  @BeforeAll
  static void load() throws IOException {
    folder = Files.createTempDirectory("group-fuzz");
    folder.toFile().deleteOnExit();
    taxonomy = Taxonomy.load(ModelsFolder.path());
  }

  @FuzzTest(maxDuration = "10m")
  void readsOrRefusesFilesOfAnyBytes(byte[] bytes) throws IOException {
    Files.write(folder.resolve(GroupWeights.NAME), bytes);
    Files.writeString(folder.resolve(CalibrationFile.NAME), CALIBRATION);
    readOrRefuse();

    Files.writeString(folder.resolve(GroupWeights.NAME), WEIGHTS);
    Files.write(folder.resolve(CalibrationFile.NAME), bytes);
    readOrRefuse();
  }

  /** A refusal names the file, so that an operator knows which. */
  private static void readOrRefuse() throws IOException {
    GroupWeights weights;
    try {
      weights = GroupWeights.read(folder);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining(folder.toString());
      return;
    }
    assertThat(GroupScores.compute(new GroupModel("fuzz", weights, taxonomy)))
        .isNotEmpty()
        .allMatch(scored -> !Double.isNaN(scored.logOdds()));
  }
}
