package org.vigie.classifier.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of an image is used whole and for what it was made of, or not at all. */
class ImageFileTest {
  private static final byte[] MARK =
      "the mark of a folder and its code".substring(0, 32).getBytes(StandardCharsets.US_ASCII);
  private static final List<String> WORDS = List.of("one", "deux", "\u0442\u0440\u0438", "\uD800");

  @TempDir Path folder;

  @Test
  void givesBackWhatWasKept() throws IOException {
    kept();

    ModelImage image = file().open();

    assertThat(words(image)).isEqualTo(WORDS);
    assertThat(image.hasMore()).isFalse();
  }

  @Test
  void givesNothingOfAnImageWithAnotherMark() throws IOException {
    kept();
    byte[] other = MARK.clone();
    other[31]++;

    assertThat(new ImageFile(path(), other).open().parts()).isEmpty();
  }

  @Test
  void givesNothingOfAFileWithAnyBitTurned() throws IOException {
    kept();
    byte[] whole = Files.readAllBytes(path());
    for (int at = 0; at < whole.length; at++) {
      byte[] altered = whole.clone();
      altered[at] ^= (byte) (1 << at % 8);
      Files.write(path(), altered);

      assertThat(file().open().parts()).as("byte %d", at).isEmpty();
    }
  }

  @Test
  void givesNothingOfAFileCutOffAnywhereOrGoneOn() throws IOException {
    kept();
    byte[] whole = Files.readAllBytes(path());
    for (int length = 0; length < whole.length; length++) {
      Files.write(path(), Arrays.copyOf(whole, length));

      assertThat(file().open().parts()).as("%d bytes", length).isEmpty();
    }
    Files.write(path(), Arrays.copyOf(whole, whole.length + 1));
    assertThat(file().open().parts()).isEmpty();
  }

  @Test
  void putsAnotherInThePlaceOfOneThatIsDamaged() throws IOException {
    Files.writeString(path(), "damaged");

    kept();

    assertThat(words(file().open())).isEqualTo(WORDS);
  }

  @Test
  void isItsOwnersAlone() throws IOException {
    kept();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
        .isEqualTo("rw-------");
  }

  @Test
  void isWholeWhoeverWritesItAtOnce() throws Exception {
    Callable<Boolean> both =
        () -> {
          for (int round = 0; round < 50; round++) {
            kept();
            if (!words(file().open()).equals(WORDS) || file().open().parts().isEmpty()) {
              return false;
            }
          }
          return true;
        };

    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Boolean> whole : threads.invokeAll(Collections.nCopies(4, both))) {
        assertThat(whole.get()).isTrue();
      }
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(path());
    }
  }

  private void kept() throws IOException {
    ModelImage image = ModelImage.empty();
    words(image);
    file().keep(image);
  }

  private static List<String> words(ModelImage image) throws IOException {
    return image.part("words", (words, to) -> to.texts(words), ImageIn::texts, () -> WORDS);
  }

  private ImageFile file() {
    return new ImageFile(path(), MARK);
  }

  private Path path() {
    return folder.resolve("models.image");
  }
}
