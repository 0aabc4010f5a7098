package org.vigie.capture.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PdqHasherTest {
  private static final PdqHash HASH =
      PdqHash.parse("f8f8f0cce0f4e84d0e370a22028f67f0b36e2ed596623e1d33e6339c4e9c9b22");

  @Test
  void agreesWithTheReferenceOnItsPictures() throws Exception {
    Path media = SharedMedia.folder();
    PictureDecoder decoder = new PictureDecoder(PictureLimits.defaults());
    for (Map.Entry<String, JsonNode> file : SharedMedia.expected("pdq")) {
      JsonNode expected = file.getValue();
      if (!expected.has("pdq")) {
        continue;
      }
      DecodedPicture picture = decoder.decode(Files.readAllBytes(media.resolve(file.getKey())));

      PdqHasher.Hashed hashed = PdqHasher.of(Luminance.of(picture.frames().getFirst()));

      assertThat(hashed.hash().distance(PdqHash.parse(expected.get("pdq").asText())))
          .as(file.getKey())
          .isLessThanOrEqualTo(expected.path("tolerance_bits").asInt(PdqHash.NEAR));
      if (expected.path("quality").isInt()) {
        assertThat(hashed.quality()).as(file.getKey()).isEqualTo(expected.get("quality").asInt());
      }
    }
  }

  @Test
  void setsHalfOfTheBitsOfAnyPictureWithSomethingInIt() {
    PdqHash hash = PdqHasher.of(Luminance.of(noise(3, 300, 200))).hash();

    assertThat(hash.distance(new PdqHash(0, 0, 0, 0))).isEqualTo(PdqHash.BITS / 2);
  }

  @Test
  void findsNothingToTellInAPictureOfOneColour() {
    BufferedImage plain = new BufferedImage(90, 70, BufferedImage.TYPE_INT_RGB);

    assertThat(PdqHasher.of(Luminance.of(plain)).quality()).isZero();
  }

  @Test
  void hashesPicturesOfASinglePoint() {
    BufferedImage point = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

    assertThat(PdqHasher.of(Luminance.of(point)).quality()).isZero();
  }

  @Test
  void countsPicturesAsNearUpToThirtyOneBits() {
    PdqHash flipped31 =
        new PdqHash(HASH.first() ^ 0x7fffffff, HASH.second(), HASH.third(), HASH.last());
    PdqHash flipped32 =
        new PdqHash(HASH.first() ^ 0xffffffffL, HASH.second(), HASH.third(), HASH.last());

    assertThat(HASH.isNear(flipped31)).isTrue();
    assertThat(HASH.isNear(flipped32)).isFalse();
  }

  @Test
  void readsWhatItWrites() {
    assertThat(PdqHash.parse(HASH.hex())).isEqualTo(HASH);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PdqHash.parse("f8f8"))
        .withMessageContaining("64 hexadecimal digits");
  }

  private static BufferedImage noise(long seed, int width, int height) {
    Random random = new Random(seed);
    BufferedImage noise = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        noise.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    return noise;
  }
}
