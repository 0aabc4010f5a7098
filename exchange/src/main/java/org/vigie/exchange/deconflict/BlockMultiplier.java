package org.vigie.exchange.deconflict;

import static org.vigie.exchange.deconflict.FieldP256.LIMBS;

/**
 * Multiplication of many points by scalars in step: the same 252 doublings and 63 additions
 * whatever the scalars are. Which multiple an addition reads does depend on them.
 */
final class BlockMultiplier {
  /** Points in step: enough to share an inversion, few enough for a core's cache (L2). */
  static final int SIZE = 512;

  private final PointBlock block = new PointBlock(SIZE);

  /** The multiples 1, 3, 5, up to 15 of all points, each behind the other. */
  private final long[] multiplesX = new long[ScalarDigits.MULTIPLES * SIZE * LIMBS];

  private final long[] multiplesY = new long[ScalarDigits.MULTIPLES * SIZE * LIMBS];

  /**
   * Multiplies some points.
   *
   * @return whether no step met an exception of its formula; else nothing was written
   */
  boolean multiply(
      long[] x, long[] y, ScalarDigits[] digits, int from, int to, long[] toX, long[] toY) {
    int count = to - from;
    block.clear();
    prepare(x, y, from, count);
    start(digits, from, count);
    for (int digit = ScalarDigits.COUNT - 2; digit >= 0; digit--) {
      for (int i = 0; i < ScalarDigits.WIDTH; i++) {
        block.twice(count);
      }
      block.add(count, multiplesX, multiplesY, new OfDigit(digits, from, digit));
    }
    if (block.isSpoilt()) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      FieldP256.negateIf(digits[from + i].negative(), block.y, i * LIMBS);
    }
    System.arraycopy(block.x, 0, toX, from * LIMBS, count * LIMBS);
    System.arraycopy(block.y, 0, toY, from * LIMBS, count * LIMBS);
    return true;
  }

  /** Computes the odd multiples: each is the one before it and twice the point. */
  private void prepare(long[] x, long[] y, int from, int count) {
    block.set(x, y, from, count);
    block.twice(count);
    long[] twiceX = block.x.clone();
    long[] twiceY = block.y.clone();
    block.set(x, y, from, count);
    keep(0, count);
    for (int multiple = 1; multiple < ScalarDigits.MULTIPLES; multiple++) {
      block.add(count, twiceX, twiceY, PointBlock.ONE_BY_ONE);
      keep(multiple, count);
    }
  }

  private void keep(int multiple, int count) {
    System.arraycopy(block.x, 0, multiplesX, multiple * SIZE * LIMBS, count * LIMBS);
    System.arraycopy(block.y, 0, multiplesY, multiple * SIZE * LIMBS, count * LIMBS);
  }

  /** The highest digit, which is never negative, says where each begins. */
  private void start(ScalarDigits[] digits, int from, int count) {
    PointBlock.Summands highest = new OfDigit(digits, from, ScalarDigits.COUNT - 1);
    for (int i = 0; i < count; i++) {
      System.arraycopy(multiplesX, highest.at(i), block.x, i * LIMBS, LIMBS);
      System.arraycopy(multiplesY, highest.at(i), block.y, i * LIMBS, LIMBS);
    }
  }

  /** The multiples that one digit of each scalar chooses. */
  private record OfDigit(ScalarDigits[] digits, int from, int digit)
      implements PointBlock.Summands {
    @Override
    public int at(int point) {
      return (digits[from + point].multiple(digit) * SIZE + point) * LIMBS;
    }

    @Override
    public long negative(int point) {
      return digits[from + point].sign(digit);
    }
  }
}
