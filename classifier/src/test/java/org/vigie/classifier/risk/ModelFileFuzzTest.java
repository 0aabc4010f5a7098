package org.vigie.classifier.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.vigie.classifier.indicator.MaskedWords;
import org.vigie.classifier.registry.Manifest;
import org.vigie.files.yaml.YamlMap;

/** Whatever bytes a model's files hold, they are read or refused, and never anything else. */
class ModelFileFuzzTest {
  private static final byte[] SIGNATURE = {'V', 'I', 'G', 'I', 'E', 'R', 'M', '3'};

  private static Path folder;

  @BeforeAll
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("model-fuzz");
    folder.toFile().deleteOnExit();
  }

  /** Half of all changes would end at the checksum; given one, they reach the tables. */
  @FuzzTest(maxDuration = "10m")
  void readsOrRefusesTablesOfAnyBytes(byte[] bytes) throws IOException {
    byte[] file = sealed(bytes);

    try {
      ModelFile model = ModelFile.of(file);
      model.write(folder);
      assertThat(tables(ModelFile.read(folder))).isEqualTo(tables(model));
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageMatching("(must|needs|may|is cut off).*");
    }
  }

  @FuzzTest(maxDuration = "10m")
  void readsOrRefusesFilesOfAnyBytes(byte[] bytes) throws IOException {
    for (String name :
        new String[] {ModelFile.NAME, CalibrationFile.NAME, Manifest.NAME, MaskedWords.FILE}) {
      Files.write(folder.resolve(name), bytes);
    }

    read(() -> ModelFile.read(folder));
    read(() -> Calibration.read(folder));
    read(() -> Manifest.read(folder).inUse().models());
    read(() -> MaskedWords.load(folder));
    read(() -> YamlMap.read(folder.resolve(MaskedWords.FILE)).keys());
  }

  private static List<SortedMap<String, Float>> tables(ModelFile model) {
    return List.of(model.sectioned().sorted(), model.english().sorted(), model.wordless().sorted());
  }

  private interface Reading {
    Object read() throws IOException;
  }

  /** A refusal names the file, so that an operator knows which. */
  private static void read(Reading reading) throws IOException {
    try {
      reading.read();
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining(folder.toString());
    }
  }

  private static byte[] sealed(byte[] tables) {
    ByteBuffer file = ByteBuffer.allocate(SIGNATURE.length + tables.length + Integer.BYTES);
    file.put(SIGNATURE).put(tables);
    CRC32 crc = new CRC32();
    crc.update(Arrays.copyOf(file.array(), SIGNATURE.length + tables.length));
    return file.putInt((int) crc.getValue()).array();
  }
}
