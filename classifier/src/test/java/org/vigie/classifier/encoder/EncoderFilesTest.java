package org.vigie.classifier.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncoderFilesTest {
  @TempDir Path folder;

  @Test
  void areReadAsTheyWereWritten() throws Exception {
    EncoderSheet sheet = new EncoderSheet(8, 64, 250, List.of("en", "tl"));
    EncoderHead head =
        new EncoderHead(
            new float[] {0.5f, -1.25f},
            0.5f,
            new EncoderHead.Bounds(-2, 1, 3),
            new float[] {0.6f, 0.8f});
    sheet.write(folder);
    head.write(folder);

    assertThat(EncoderSheet.read(folder)).isEqualTo(sheet);
    EncoderHead read = EncoderHead.read(folder);
    assertThat(read.weights()).containsExactly(head.weights());
    assertThat(read.trial()).containsExactly(head.trial());
    assertThat(read.bias()).isEqualTo(0.5f);
    assertThat(read.bounds()).isEqualTo(head.bounds());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nothing|must be JSON",
        "{}|dimension must be a whole number, but isn't",
        "{\"dimension\":4,\"max-tokens\":64,\"max-millis\":9,\"languages\":[]}|dimension must be from 8 to 4096, but was 4",
        "{\"dimension\":8,\"max-tokens\":9999,\"max-millis\":9,\"languages\":[]}|max-tokens must be from 8 to 512, but was 9999",
        "{\"dimension\":8,\"max-tokens\":64,\"max-millis\":0,\"languages\":[]}|max-millis must be from 1 to 60000, but was 0",
        "{\"dimension\":8,\"max-tokens\":64,\"max-millis\":9}|languages must be a list, but isn't",
        "{\"dimension\":8,\"max-tokens\":64,\"max-millis\":9,\"languages\":[\"English\"]}|languages must be codes such as en, but one was 'English'",
        "{\"dimensions\":8}|knows no key 'dimensions'"
      })
  void ofWhatIsSaidAreRefusedWithTheKeyThatIsWrong(String json, String problem) throws Exception {
    Files.writeString(folder.resolve(EncoderSheet.FILE), json);

    assertThatThrownBy(() -> EncoderSheet.read(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(folder.resolve(EncoderSheet.FILE).toString())
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[|must be JSON",
        "{\"bias\":0,\"weights\":[1],\"trial\":[1,0],\"from\":-1,\"to\":1,\"most\":1}|must be equally many numbers, but are 1 and 2",
        "{\"bias\":0,\"weights\":[1],\"trial\":[1],\"from\":1,\"to\":-1,\"most\":1}|from must be at most to",
        "{\"bias\":0,\"weights\":[\"x\"],\"trial\":[1],\"from\":-1,\"to\":1,\"most\":1}|needs numbers under the key 'weights'"
      })
  void ofAHeadAreRefusedToo(String json, String problem) throws Exception {
    Files.writeString(folder.resolve(EncoderHead.FILE), json);

    assertThatThrownBy(() -> EncoderHead.read(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void mustBeThere() {
    assertThatThrownBy(() -> EncoderSheet.read(folder)).hasMessageContaining("no such file");
    assertThatThrownBy(() -> EncoderHead.read(folder))
        .hasMessageContaining("type ./vigie train encoder");
  }
}
