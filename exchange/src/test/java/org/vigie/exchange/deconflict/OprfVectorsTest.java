package org.vigie.exchange.deconflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** OPRF and VOPRF over P-256 with SHA-256, held to the figures that RFC 9497 prints. */
class OprfVectorsTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] SEED = new byte[32];
  private static final byte[] INFO = "test key".getBytes(StandardCharsets.US_ASCII);
  private static final String BLIND =
      "3338fa65ec36e0290022b48eb562889d89dbfa691d1cde91517fa222ed7ad364";
  private static final String SECOND_BLIND =
      "f9db001266677f62c095021db018cd8cbb55941d4073698ce45c405d1348b7b1";
  private static final String VERIFIED_OUTPUT_1 =
      "0412e8f78b02c415ab3a288e228978376f99927767ff37c5718d420010a645a1";
  private static final String VERIFIED_OUTPUT_2 =
      "771e10dcd6bcd3664e23b8f2a710cfaaa8357747c4a8cbba03133967b5c24f18";

  static {
    Arrays.fill(SEED, (byte) 0xa3);
  }

  /**
   * The vectors of RFC 9497, appendix A.3.1 and A.3.2; several of a batch with commas between.
   *
   * @param proof and its random scalar, empty in mode OPRF
   */
  enum Vector {
    OPRF_1(
        OprfSuite.OPRF,
        "00",
        BLIND,
        "03723a1e5c09b8b9c18d1dcbca29e8007e95f14f4732d9346d490ffc195110368d",
        "030de02ffec47a1fd53efcdd1c6faf5bdc270912b8749e783c7ca75bb412958832",
        "",
        "",
        "a0b34de5fa4c5b6da07e72af73cc507cceeb48981b97b7285fc375345fe495dd"),
    OPRF_2(
        OprfSuite.OPRF,
        "5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a",
        BLIND,
        "03cc1df781f1c2240a64d1c297b3f3d16262ef5d4cf102734882675c26231b0838",
        "03a0395fe3828f2476ffcd1f4fe540e5a8489322d398be3c4e5a869db7fcb7c52c",
        "",
        "",
        "c748ca6dd327f0ce85f4ae3a8cd6d4d5390bbb804c9e12dcf94f853fece3dcce"),
    VOPRF_1(
        OprfSuite.VOPRF,
        "00",
        BLIND,
        "02dd05901038bb31a6fae01828fd8d0e49e35a486b5c5d4b4994013648c01277da",
        "0209f33cab60cf8fe69239b0afbcfcd261af4c1c5632624f2e9ba29b90ae83e4a2",
        "e7c2b3c5c954c035949f1f74e6bce2ed539a3be267d1481e9ddb178533df4c26"
            + "64f69d065c604a4fd953e100b856ad83804eb3845189babfa5a702090d6fc5fa",
        SECOND_BLIND,
        VERIFIED_OUTPUT_1),
    VOPRF_2(
        OprfSuite.VOPRF,
        "5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a",
        BLIND,
        "03cd0f033e791c4d79dfa9c6ed750f2ac009ec46cd4195ca6fd3800d1e9b887dbd",
        "030d2985865c693bf7af47ba4d3a3813176576383d19aff003ef7b0784a0d83cf1",
        "2787d729c57e3d9512d3aa9e8708ad226bc48e0f1750b0767aaff73482c44b8d"
            + "2873d74ec88aebd3504961acea16790a05c542d9fbff4fe269a77510db00abab",
        SECOND_BLIND,
        VERIFIED_OUTPUT_2),
    VOPRF_3(
        OprfSuite.VOPRF,
        "00,5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a",
        BLIND + "," + SECOND_BLIND,
        "02dd05901038bb31a6fae01828fd8d0e49e35a486b5c5d4b4994013648c01277da,"
            + "03462e9ae64cae5b83ba98a6b360d942266389ac369b923eb3d557213b1922f8ab",
        "0209f33cab60cf8fe69239b0afbcfcd261af4c1c5632624f2e9ba29b90ae83e4a2,"
            + "02bb24f4d838414aef052a8f044a6771230ca69c0a5677540fff738dd31bb69771",
        "bdcc351707d02a72ce49511c7db990566d29d6153ad6f8982fad2b435d6ce4d6"
            + "0da1e6b3fa740811bde34dd4fe0aa1b5fe6600d0440c9ddee95ea7fad7a60cf2",
        "350e8040f828bf6ceca27405420cdf3d63cb3aef005f40ba51943c8026877963",
        VERIFIED_OUTPUT_1 + "," + VERIFIED_OUTPUT_2);

    private final OprfSuite suite;
    private final List<byte[]> inputs;
    private final List<BigInteger> blinds;
    private final String blinded;
    private final String evaluated;
    private final String proof;
    private final String nonce;
    private final String outputs;

    Vector(
        OprfSuite suite,
        String inputs,
        String blinds,
        String blinded,
        String evaluated,
        String proof,
        String nonce,
        String outputs) {
      this.suite = suite;
      this.inputs = Stream.of(inputs.split(",")).map(HEX::parseHex).toList();
      this.blinds = Stream.of(blinds.split(",")).map(hex -> new BigInteger(hex, 16)).toList();
      this.blinded = blinded.replace(",", "");
      this.evaluated = evaluated.replace(",", "");
      this.proof = proof;
      this.nonce = nonce;
      this.outputs = outputs;
    }

    OprfKey key() {
      return new OprfKey(suite, suite.deriveKey(SEED, INFO));
    }

    AffinePoints points(String hex) {
      return AffinePoints.decode(HEX.parseHex(hex), 0, inputs.size());
    }
  }

  @Test
  void derivesTheKeysOfTheRfc() {
    assertThat(OprfSuite.OPRF.deriveKey(SEED, INFO).toString(16))
        .isEqualTo("159749d750713afe245d2d39ccfaae8381c53ce92d098a9375ee70739c7ac0bf");
    assertThat(OprfSuite.VOPRF.deriveKey(SEED, INFO).toString(16))
        .isEqualTo("ca5d94c8807817669a51b196c34c1b7f8442fde4334a7121ae4736364312fca6");
    assertThat(HEX.formatHex(P256.encode(Vector.VOPRF_1.key().publicKey())))
        .isEqualTo("03e17e70604bcabe198882c0a1f27a92441e774224ed9c702e51dd17038b102462");
  }

  @ParameterizedTest
  @EnumSource
  void blindsEvaluatesAndFinishesAsTheRfcDoes(Vector vector) {
    OprfClient client = new OprfClient(vector.suite);

    assertThat(HEX.formatHex(client.blind(vector.inputs, vector.blinds))).isEqualTo(vector.blinded);
    AffinePoints evaluated = vector.key().evaluate(vector.points(vector.blinded));
    assertThat(HEX.formatHex(evaluated.encode())).isEqualTo(vector.evaluated);
    assertThat(hex(client.finish(vector.inputs, vector.blinds, evaluated)))
        .isEqualTo(vector.outputs);
    assertThat(hex(vector.key().outputs(vector.inputs))).isEqualTo(vector.outputs);
  }

  @ParameterizedTest
  @EnumSource(names = "VOPRF_.", mode = EnumSource.Mode.MATCH_ALL)
  void provesAsTheRfcDoes(Vector vector) {
    AffinePoints blinded = vector.points(vector.blinded);
    AffinePoints evaluated = vector.points(vector.evaluated);
    OprfProof proof = vector.key().prove(blinded, evaluated, new BigInteger(vector.nonce, 16));

    assertThat(HEX.formatHex(proof.bytes())).isEqualTo(vector.proof);
    assertThat(OprfProof.read(proof.bytes())).isEqualTo(proof);
    assertThat(proof.holds(vector.key().publicKey(), blinded, evaluated)).isTrue();
  }

  @Test
  void findsOutThatAnotherKeyMadeOneElementOfABatch() {
    Vector vector = Vector.VOPRF_3;
    AffinePoints blinded = vector.points(vector.blinded);
    ECPoint first = vector.points(vector.evaluated).get(0);
    ECPoint second = vector.points(vector.evaluated).get(1);
    AffinePoints evaluated = AffinePoints.of(first, second.twice().normalize());
    OprfProof proof = vector.key().prove(blinded, evaluated, BigInteger.TWO);

    assertThat(proof.holds(vector.key().publicKey(), blinded, evaluated)).isFalse();
    assertThat(proof.holds(P256.ofGenerator(BigInteger.TEN), blinded, evaluated)).isFalse();
  }

  @Test
  void sumsManyWeightedPointsAsOneAfterTheOther() {
    ECPoint[] points = new ECPoint[100];
    BigInteger[] weights = new BigInteger[points.length];
    ECPoint sum = P256.CURVE.getInfinity();
    for (int i = 0; i < points.length; i++) {
      points[i] = P256.ofGenerator(BigInteger.valueOf(i + 1));
      weights[i] = OprfSuite.OPRF.scalar(new byte[] {(byte) i});
      sum = sum.add(points[i].multiply(weights[i]));
    }

    assertThat(WeightedSum.of(AffinePoints.of(points), weights)).isEqualTo(sum);
  }

  @Test
  void refusesWhatIsNoElementOfTheGroup() {
    byte[] notOnTheCurve = new byte[P256.ELEMENT];
    notOnTheCurve[0] = 2;
    notOnTheCurve[P256.ELEMENT - 1] = 1;
    for (byte[] bytes : List.of(new byte[P256.ELEMENT], new byte[1], notOnTheCurve)) {
      assertThatThrownBy(() -> P256.decode(bytes)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> P256.decodeScalar(P256.encode(P256.ORDER)))
        .hasMessageContaining("below the order");
  }

  private static String hex(byte[][] outputs) {
    return String.join(",", Stream.of(outputs).map(HEX::formatHex).toList());
  }
}
