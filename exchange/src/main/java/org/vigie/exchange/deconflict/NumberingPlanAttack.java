package org.vigie.exchange.deconflict;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.files.digest.Sha256;

/**
 * Somebody who has all that passed between two agencies and a whole numbering plan, and guesses
 * which numbers either of them holds.
 */
public final class NumberingPlanAttack {
  /** Of 33 bytes: elements of the curve; of 16 bytes: tags. */
  private final Set<String> seen;

  private final List<byte[]> tags;
  private final List<BigInteger> keysTried;

  /**
   * @param seen what passed, in hexadecimal
   * @param keysTried keys that it tries, such as that of no encryption, or one that leaked
   */
  NumberingPlanAttack(Set<String> seen, List<BigInteger> keysTried) {
    this.seen = seen;
    this.keysTried = keysTried;
    tags =
        seen.stream()
            .filter(hex -> hex.length() == 2 * HeldTags.TAG)
            .sorted()
            .map(HexFormat.of()::parseHex)
            .toList();
  }

  /** Somebody who knows a request and its answer, and tries no key and one of its own. */
  public static NumberingPlanAttack on(
      DeconflictRequest request, DeconflictAnswer answer, SecureRandom random) {
    return new NumberingPlanAttack(
        passed(request, answer), List.of(BigInteger.ONE, P256.randomScalar(random)));
  }

  private static Set<String> passed(DeconflictRequest request, DeconflictAnswer answer) {
    Set<String> passed = new HashSet<>(Set.of(hex(answer.publicKey())));
    addParts(request.elements(), P256.ELEMENT, P256.ELEMENT, passed);
    addParts(answer.evaluated(), P256.ELEMENT, P256.ELEMENT, passed);
    addParts(answer.held(), HeldTags.ENTRY, HeldTags.TAG, passed);
    return passed;
  }

  private static void addParts(byte[] bytes, int step, int length, Set<String> parts) {
    for (int at = 0; at < bytes.length; at += step) {
      parts.add(HexFormat.of().formatHex(bytes, at, at + length));
    }
  }

  /** Returns the numbers of which something that can be computed from them is in what passed. */
  public List<Selector> recognised(List<Selector> plan) {
    return IntStream.range(0, Batches.count(plan.size()))
        .parallel()
        .mapToObj(batch ->
            plan.subList(batch * Batches.SIZE, Math.min(plan.size(), (batch + 1) * Batches.SIZE)))
        .flatMap(this::recognisedOfPart)
        .toList();
  }

  private Stream<Selector> recognisedOfPart(List<Selector> part) {
    List<byte[]> inputs = part.stream().map(Selector::input).toList();
    AffinePoints points = HashToCurve.points(inputs, OprfSuite.VOPRF.tagOfGroup());
    Set<Selector> found = new HashSet<>();
    for (BigInteger key : keysTried) {
      AffinePoints tried = key.equals(BigInteger.ONE) ? points : points.times(key);
      byte[] elements = tried.encode();
      byte[][] outputs = OprfSuite.outputs(inputs, tried);
      for (int i = 0; i < outputs.length; i++) {
        byte[] element = Arrays.copyOfRange(elements, i * P256.ELEMENT, (i + 1) * P256.ELEMENT);
        byte[] opposite = element.clone();
        opposite[0] ^= (byte) 1;
        if (Stream.of(
                hex(element),
                hex(opposite),
                tag(outputs[i]),
                bareHash(inputs.get(i)),
                bareHash(part.get(i).value().getBytes(StandardCharsets.UTF_8)))
            .anyMatch(seen::contains)) {
          found.add(part.get(i));
        }
      }
    }
    return found.stream();
  }

  /**
   * Returns its best guesses by likeness: the numbers whose unkeyed output shares most leading bits
   * with a tag.
   */
  public List<Selector> likeliest(List<Selector> plan, int guesses) {
    record Scored(Selector selector, int bits) {}
    List<Scored> scored = new ArrayList<>();
    for (Selector selector : plan) {
      byte[] hash = HexFormat.of().parseHex(Sha256.of(selector.input()).substring(7));
      scored.add(new Scored(selector, bitsShared(hash)));
    }
    return scored.stream()
        .sorted(Comparator.comparingInt(Scored::bits).reversed())
        .limit(guesses)
        .map(Scored::selector)
        .toList();
  }

  /** Tags are sorted: the nearest are the two between which the hash would stand. */
  private int bitsShared(byte[] hash) {
    byte[] cut = Arrays.copyOf(hash, HeldTags.TAG);
    int low = 0;
    int high = tags.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Arrays.compareUnsigned(tags.get(middle), cut) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int best = 0;
    for (int i = Math.max(0, low - 1); i <= Math.min(tags.size() - 1, low); i++) {
      BigInteger difference = new BigInteger(1, tags.get(i)).xor(new BigInteger(1, cut));
      best = Math.max(best, 128 - difference.bitLength());
    }
    return best;
  }

  /** A tag as an agency would send it that hashes its contacts and no more. */
  static String bareHash(byte[] input) {
    return Sha256.of(input).substring(7, 7 + 32);
  }

  static String tag(byte[] output) {
    return hex(Arrays.copyOf(output, HeldTags.TAG));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
