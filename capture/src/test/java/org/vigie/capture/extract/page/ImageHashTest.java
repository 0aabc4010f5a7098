package org.vigie.capture.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageHashTest {
  /** The digest of "abc" in FIPS 180-4, example B.1. */
  private static final String ABC =
      "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void isTheSha256OfTheAddress() {
    assertThat(ImageHash.ofUrl("abc")).isEqualTo(ABC);
  }

  @Test
  void namesEachPictureOnceAndNoMoreThanTwenty() {
    assertThat(ImageHash.ofUrls(List.of("abc", "", "abc"))).isEqualTo(ABC);
    assertThat(ImageHash.ofUrls(Collections.nCopies(30, "abc"))).isEqualTo(ABC);
  }
}
