package org.vigie.pipeline.neardup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketEntryTest {
  /** An advert in a bucket. */
  private record Placed(int tag, int advert) {}

  private final Random random = new Random(8);

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 12, 24})
  void holdsWhatAPlainListWouldHoldAfterAnyChanges(int tagBits) {
    List<Placed> plain = new ArrayList<>();
    BucketEntry entry = new BucketEntry(new byte[0], tagBits);
    for (int step = 0; step < 2_000; step++) {
      if (plain.isEmpty() || random.nextInt(20) > 0) {
        Placed more = any(tagBits);
        plain.add(more);
        entry = entry.with(more.tag(), more.advert());
      } else {
        Placed less = plain.get(random.nextInt(plain.size()));
        plain.removeIf(less::equals);
        entry = entry.keeping((tag, advert) -> !less.equals(new Placed(tag, advert)));
      }

      assertThat(entry.size()).isEqualTo(plain.size());
      int tag = plain.isEmpty() ? 0 : plain.get(random.nextInt(plain.size())).tag();
      assertThat(entry.in(tag)).containsExactly(adverts(plain, tag));
    }
  }

  @Test
  void isPartedByTheLastBitOfTags() {
    BucketEntry entry = new BucketEntry(new byte[0], 9);
    List<Placed> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Placed more = any(9);
      all.add(more);
      entry = entry.with(more.tag(), more.advert());
    }

    for (int tag = 0; tag < 1 << 9; tag++) {
      assertThat(entry.half(tag & 1).in(tag >> 1)).containsExactly(adverts(all, tag));
    }
    assertThat(entry.half(0).size() + entry.half(1).size()).isEqualTo(100);
  }

  @Test
  void hasNoBytesOfNothing() {
    BucketEntry entry = new BucketEntry(new byte[0], 12).with(3, 4);

    assertThat(entry.keeping((tag, advert) -> false).bytes()).isEmpty();
  }

  @Test
  void takesTwentyEightBitsAnAdvertAmongAMillion() {
    BucketEntry entry = new BucketEntry(new byte[0], 8);
    for (int i = 0; i < 64; i++) {
      entry = entry.with(random.nextInt(1 << 8), (1 << 20) - 1 - i);
    }

    assertThat(entry.bytes()).hasSize(3 + 64 * 28 / 8);
  }

  @Test
  void readsWhatTheFirstLayoutHeld() {
    for (int tagBits : List.of(24, 23, 12)) {
      ByteArrayOutputStream first = new ByteArrayOutputStream();
      List<Placed> all = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        Placed more = any(24);
        all.add(new Placed(more.tag() >>> 24 - tagBits, more.advert()));
        first.write(more.tag() >>> 16);
        first.write(more.tag() >>> 8);
        first.write(more.tag());
        int rest = more.advert();
        for (; rest > 0x7f; rest >>>= 7) {
          first.write(rest & 0x7f | 0x80);
        }
        first.write(rest);
      }

      BucketEntry entry = BucketEntry.ofFirstLayout(first.toByteArray(), tagBits);

      assertThat(entry.size()).isEqualTo(40);
      for (Placed one : all) {
        assertThat(entry.in(one.tag())).containsExactly(adverts(all, one.tag()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {24, 13, 8, 3})
  void readsWhatTheSecondLayoutHeld(int tagBits) {
    List<Placed> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(new Placed(random.nextInt(1 << tagBits), random.nextInt(1 << 21)));
    }
    StringBuilder bits = new StringBuilder("0".repeat(8) + "00101000" + "00010101"); // 40, of 21
    for (Placed one : all) {
      bits.append(binary(one.tag(), tagBits)).append(binary(one.advert(), 21));
    }
    byte[] second = new byte[(bits.length() + 7) / 8];
    for (int bit = 0; bit < bits.length(); bit++) {
      second[bit / 8] |= (byte) (bits.charAt(bit) == '1' ? 0x80 >>> bit % 8 : 0);
    }

    BucketEntry entry = BucketEntry.ofSecondLayout(second, tagBits);

    assertThat(entry.size()).isEqualTo(40);
    for (Placed one : all) {
      assertThat(entry.in(one.tag())).containsExactly(adverts(all, one.tag()));
    }
  }

  private static String binary(int number, int digits) {
    return Integer.toBinaryString(1 << digits | number).substring(1);
  }

  private Placed any(int tagBits) {
    return new Placed(random.nextInt(1 << tagBits), random.nextInt() >>> 1 + random.nextInt(30));
  }

  private static int[] adverts(List<Placed> all, int tag) {
    return all.stream().filter(one -> one.tag() == tag).mapToInt(Placed::advert).toArray();
  }
}
