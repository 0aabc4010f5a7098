package org.vigie.exchange.deconflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arithmetic of numbers and points, held to {@link BigInteger} and to Bouncy Castle's. */
class ArithmeticTest {
  private static final int LIMBS = FieldP256.LIMBS;
  private static final BigInteger PRIME = FieldP256.PRIME;
  private static final BigInteger ORDER = P256.ORDER;

  private final Random random = new Random(2026);

  @Test
  void multipliesAsBigIntegersDoEvenSumsAndDifferences() {
    List<BigInteger> numbers = numbers();
    for (BigInteger one : numbers) {
      for (BigInteger other : numbers) {
        long[] a = FieldP256.of(one);
        long[] b = FieldP256.of(other);
        long[] sum = new long[LIMBS];
        FieldP256.add(b, 0, b, 0, sum, 0);
        FieldP256.add(sum, 0, b, 0, sum, 0);
        FieldP256.subtract(sum, 0, a, 0, sum, 0);
        long[] result = new long[LIMBS];

        FieldP256.multiply(a, 0, sum, 0, result, 0);
        assertThat(FieldP256.number(result, 0))
            .isEqualTo(
                one.multiply(other.multiply(BigInteger.valueOf(3)).subtract(one)).mod(PRIME));
        FieldP256.multiply(result, 0, result, 0, result, 0);
        long[] square = result.clone();
        FieldP256.tidy(sum, 0);
        FieldP256.square(sum, 0, square, 0);
        assertThat(FieldP256.number(square, 0))
            .isEqualTo(other.multiply(BigInteger.valueOf(3)).subtract(one).pow(2).mod(PRIME));
      }
    }
  }

  @Test
  void invertsAndSaysWhatIsOddOrNought() {
    for (BigInteger number : numbers()) {
      long[] a = FieldP256.of(number);
      long[] result = new long[LIMBS];
      FieldP256.invert(a, 0, result, 0);

      assertThat(FieldP256.number(result, 0))
          .isEqualTo(number.modPow(PRIME.subtract(BigInteger.TWO), PRIME));
      assertThat(FieldP256.isZero(a, 0)).isEqualTo(number.mod(PRIME).signum() == 0);
      assertThat(FieldP256.parity(a, 0)).isEqualTo(number.mod(PRIME).intValue() & 1);
    }
  }

  @Test
  void keepsWithinBoundsOverManySteps() {
    long[] a = FieldP256.of(PRIME.subtract(BigInteger.ONE));
    BigInteger expected = PRIME.subtract(BigInteger.ONE);
    for (int i = 0; i < 20_000; i++) {
      long[] sum = new long[LIMBS];
      FieldP256.add(a, 0, a, 0, sum, 0);
      FieldP256.add(sum, 0, a, 0, sum, 0);
      FieldP256.multiply(a, 0, sum, 0, a, 0);
      FieldP256.subtract(a, 0, sum, 0, a, 0);
      FieldP256.tidy(a, 0);
      BigInteger three = expected.multiply(BigInteger.valueOf(3));
      expected = expected.multiply(three).subtract(three).mod(PRIME);
    }
    assertThat(FieldP256.number(a, 0)).isEqualTo(expected);
  }

  @Test
  void writesAndReadsNumbersAndSaysWhichLieBelowThePrime() {
    for (BigInteger number : numbers()) {
      byte[] bytes = new byte[FieldP256.BYTES];
      FieldP256.write(FieldP256.of(number), 0, bytes, 0);
      assertThat(new BigInteger(1, bytes)).isEqualTo(number.mod(PRIME));

      long[] read = new long[LIMBS];
      byte[] whole = P256.encode(number);
      assertThat(FieldP256.read(whole, 0, read, 0)).isEqualTo(number.compareTo(PRIME) < 0);
      assertThat(FieldP256.number(read, 0)).isEqualTo(number.mod(PRIME));
    }
  }

  @Test
  void multipliesPointsAsBouncyCastleDoes() {
    List<BigInteger> scalars = scalars(600);
    ECPoint[] points = points(scalars.size());
    AffinePoints products = AffinePoints.of(points).times(scalars);

    for (int i = 0; i < points.length; i++) {
      assertThat(products.get(i)).isEqualTo(points[i].multiply(scalars.get(i)).normalize());
    }
  }

  @Test
  void multipliesByOneScalarAsBouncyCastleDoesAtTheEndsOfTheOrderToo() {
    ECPoint[] points = points(3);
    for (BigInteger scalar : scalars(60)) {
      AffinePoints products = AffinePoints.of(points).times(scalar);
      for (int i = 0; i < points.length; i++) {
        assertThat(products.get(i)).isEqualTo(points[i].multiply(scalar).normalize());
      }
    }
  }

  @Test
  void takesNoScalarThatMakesTheIdentity() {
    AffinePoints points = AffinePoints.of(P256.GENERATOR);
    for (BigInteger scalar : List.of(BigInteger.ZERO, ORDER, ORDER.add(BigInteger.ONE))) {
      assertThatThrownBy(() -> points.times(scalar))
          .hasMessageContaining("between 1 and the order");
    }
  }

  @Test
  void addsAPointToItselfButRefusesItsOpposite() {
    ECPoint[] points = points(5);
    AffinePoints all = AffinePoints.of(points);
    AffinePoints sums = all.plus(all.select(new int[] {1, 1, 2, 4, 3}));

    assertThat(sums.get(1)).isEqualTo(points[1].twice().normalize());
    assertThat(sums.get(0)).isEqualTo(points[0].add(points[1]).normalize());
    AffinePoints opposites =
        AffinePoints.of(Arrays.stream(points).map(ECPoint::negate).toArray(ECPoint[]::new));
    assertThatThrownBy(() -> all.plus(opposites)).hasMessageContaining("must not be the identity");
  }

  @Test
  void encodesAndDecodesAsBouncyCastleDoes() {
    ECPoint[] points = points(200);
    byte[] bytes = AffinePoints.of(points).encode();
    AffinePoints read = AffinePoints.decode(bytes, 0, points.length);

    for (int i = 0; i < points.length; i++) {
      assertThat(Arrays.copyOfRange(bytes, i * P256.ELEMENT, (i + 1) * P256.ELEMENT))
          .isEqualTo(points[i].getEncoded(true));
      assertThat(read.get(i)).isEqualTo(points[i]);
    }
  }

  @Test
  void decodesWhatBouncyCastleDecodesAndNothingElse() {
    int points = 0;
    for (BigInteger number : numbers()) {
      for (int first = 0; first < 6; first++) {
        byte[] bytes = new byte[P256.ELEMENT];
        bytes[0] = (byte) first;
        System.arraycopy(P256.encode(number), 0, bytes, 1, P256.SCALAR);
        points += isPoint(bytes) ? 1 : 0;
        assertThat(isPoint(bytes)).isEqualTo(isPointOfBouncyCastle(bytes));
      }
    }
    assertThat(points).isGreaterThan(10);
  }

  @Test
  void drawsPointsOfTheCurve() {
    byte[] drawn = AffinePoints.random(50, new SecureRandom()).encode();

    assertThat(IntStream.range(0, 50).map(i -> drawn[i * P256.ELEMENT]).distinct().toArray())
        .containsExactlyInAnyOrder(2, 3);
    for (int i = 0; i < 50; i++) {
      byte[] one = Arrays.copyOfRange(drawn, i * P256.ELEMENT, (i + 1) * P256.ELEMENT);
      assertThat(P256.decode(one).isValid()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 65, 300})
  void sumsWeightedPointsAsBouncyCastleDoes(int count) {
    ECPoint[] points = points(count);
    List<BigInteger> weights = scalars(count);
    ECPoint sum = P256.CURVE.getInfinity();
    for (int i = 0; i < count; i++) {
      sum = sum.add(points[i].multiply(weights.get(i)));
    }
    assertThat(WeightedSum.of(AffinePoints.of(points), weights.toArray(BigInteger[]::new)))
        .isEqualTo(sum);
  }

  @Test
  void sumsThatOfOnePointAgainAndAgainWhichItsFormulasCannot() {
    ECPoint[] points = new ECPoint[70];
    Arrays.fill(points, P256.GENERATOR);
    List<BigInteger> weights = Collections.nCopies(points.length, BigInteger.TEN);

    assertThat(WeightedSum.of(AffinePoints.of(points), weights.toArray(BigInteger[]::new)))
        .isEqualTo(P256.ofGenerator(BigInteger.valueOf(700)));
  }

  private static boolean isPoint(byte[] bytes) {
    try {
      return AffinePoints.decode(bytes, 0, 1).count() == 1;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isPointOfBouncyCastle(byte[] bytes) {
    try {
      return P256.decode(bytes).isValid();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Numbers of 256 bits: at both ends, around the prime, of few bits, and any. */
  private List<BigInteger> numbers() {
    BigInteger end = BigInteger.ONE.shiftLeft(256);
    List<BigInteger> numbers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      numbers.add(BigInteger.valueOf(i));
      numbers.add(PRIME.add(BigInteger.valueOf(i - 2)));
      numbers.add(end.subtract(BigInteger.valueOf(i + 1)));
      numbers.add(BigInteger.ONE.shiftLeft(52 * i + 51));
      numbers.add(BigInteger.ONE.shiftLeft(52 * (i + 1)).subtract(BigInteger.ONE));
    }
    for (int i = 0; i < 80; i++) {
      numbers.add(new BigInteger(256, random));
    }
    return numbers;
  }

  /** Scalars: some at both ends of the order, and any. */
  private List<BigInteger> scalars(int count) {
    List<BigInteger> scalars = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      scalars.add(BigInteger.valueOf(i));
      scalars.add(ORDER.subtract(BigInteger.valueOf(i)));
    }
    while (scalars.size() < count) {
      scalars.add(
          new BigInteger(256, random).mod(ORDER.subtract(BigInteger.ONE)).add(BigInteger.ONE));
    }
    Collections.shuffle(scalars, random);
    return scalars.subList(0, count);
  }

  private ECPoint[] points(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> P256.ofGenerator(new BigInteger(250, random).add(BigInteger.ONE)))
        .toArray(ECPoint[]::new);
  }
}
