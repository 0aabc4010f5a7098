package org.vigie.exchange.deconflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Hashing to the curve, held to the figures that RFC 9380 prints. */
class HashToCurveTest {
  /** Of RFC 9380, appendix J.1.1. */
  private static final byte[] TAG =
      "QUUX-V01-CS02-with-P256_XMD:SHA-256_SSWU_RO_".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] EXPANDER =
      "QUUX-V01-CS02-with-expander-SHA256-128".getBytes(StandardCharsets.US_ASCII);

  static Stream<Arguments> appendixJ11() {
    return Stream.of(
        Arguments.of(
            "",
            "ad5342c66a6dd0ff080df1da0ea1c04b96e0330dd89406465eeba11582515009",
            "8c0f1d43204bd6f6ea70ae8013070a1518b43873bcd850aafa0a9e220e2eea5a",
            "2c15230b26dbc6fc9a37051158c95b79656e17a1a920b11394ca91c44247d3e4",
            "8a7a74985cc5c776cdfe4b1f19884970453912e9d31528c060be9ab5c43e8415"),
        Arguments.of(
            "abc",
            "afe47f2ea2b10465cc26ac403194dfb68b7f5ee865cda61e9f3e07a537220af1",
            "379a27833b0bfe6f7bdca08e1e83c760bf9a338ab335542704edcd69ce9e46e0",
            "0bb8b87485551aa43ed54f009230450b492fead5f1cc91658775dac4a3388a0f",
            "5c41b3d0731a27a7b14bc0bf0ccded2d8751f83493404c84a88e71ffd424212e"),
        Arguments.of(
            "abcdef0123456789",
            "0fad9d125a9477d55cf9357105b0eb3a5c4259809bf87180aa01d651f53d312c",
            "b68597377392cd3419d8fcc7d7660948c8403b19ea78bbca4b133c9d2196c0fb",
            "65038ac8f2b1def042a5df0b33b1f4eca6bff7cb0f9c6c1526811864e544ed80",
            "cad44d40a656e7aff4002a8de287abc8ae0482b5ae825822bb870d6df9b56ca3"),
        Arguments.of(
            "q128_" + "q".repeat(128),
            "3bbc30446f39a7befad080f4d5f32ed116b9534626993d2cc5033f6f8d805919",
            "76bb02db019ca9d3c1e02f0c17f8baf617bbdae5c393a81d9ce11e3be1bf1d33",
            "4be61ee205094282ba8a2042bcb48d88dfbb609301c49aa8b078533dc65a0b5d",
            "98f8df449a072c4721d241a3b1236d3caccba603f916ca680f4539d2bfb3c29e"),
        Arguments.of(
            "a512_" + "a".repeat(512),
            "4ebc95a6e839b1ae3c63b847798e85cb3c12d3817ec6ebc10af6ee51adb29fec",
            "4e21af88e22ea80156aff790750121035b3eefaa96b425a8716e0d20b4e269ee",
            "457ae2981f70ca85d8e24c308b14db22f3e3862c5ea0f652ca38b5e49cd64bc5",
            "ecb9f0eadc9aeed232dabc53235368c1394c78de05dd96893eefa62b0f4757dc"));
  }

  @ParameterizedTest
  @MethodSource("appendixJ11")
  void hashesToTheFieldElementsAndThePointOfTheRfc(
      String message, String u0, String u1, String x, String y) {
    byte[] bytes = message.getBytes(StandardCharsets.US_ASCII);

    assertThat(HashToField.numbers(bytes, TAG, FieldP256.PRIME, 2))
        .containsExactly(new BigInteger(u0, 16), new BigInteger(u1, 16));
    ECPoint point = HashToCurve.points(List.of(bytes), TAG).get(0);
    assertThat(point.getAffineXCoord().toString()).isEqualTo(plain(x));
    assertThat(point.getAffineYCoord().toString()).isEqualTo(plain(y));
  }

  @Test
  void hashesManyAsItHashesEach() {
    List<byte[]> messages =
        Stream.of("one", "two", "three")
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toList();
    AffinePoints together = HashToCurve.points(messages, TAG);

    for (int i = 0; i < together.count(); i++) {
      assertThat(together.get(i))
          .isEqualTo(HashToCurve.points(List.of(messages.get(i)), TAG).get(0));
    }
  }

  @Test
  void expandsAsTheRfcsExpanderDoes() {
    // Appendix K.1: no message and "abc", 32 bytes.
    assertThat(HexFormat.of().formatHex(HashToField.expand(new byte[0], EXPANDER, 32)))
        .isEqualTo("68a985b87eb6b46952128911f2a4412bbc302a9d759667f87f7a21d803f07235");
    assertThat(
            HexFormat.of()
                .formatHex(
                    HashToField.expand("abc".getBytes(StandardCharsets.US_ASCII), EXPANDER, 32)))
        .isEqualTo("d8ccab23b5985ccea865c6c97b6e5b8350e794e603b4b97902f53a8a0d605615");
  }

  @Test
  void refusesATagThatIsTooLong() {
    assertThatThrownBy(() -> HashToField.expand(new byte[0], new byte[256], 32))
        .hasMessageContaining("a tag of 255 bytes");
  }

  private static String plain(String hex) {
    return new BigInteger(hex, 16).toString(16);
  }
}
