package org.vigie.exchange.deconflict;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.vigie.exchange.bag.SigningKey;

/**
 * A question made of selectors: what is sent, and what stays.
 *
 * @param request the signed file to send
 * @param kept what its owner alone keeps until the answer comes
 */
public record DeconflictQuestion(byte[] request, AskedSelectors kept) {
  private static final OprfClient CLIENT = new OprfClient(OprfSuite.VOPRF);

  /** Makes a question: blinds each selector afresh, fills up, shuffles and signs. */
  public static DeconflictQuestion of(
      Collection<Selector> selectors, AskedTerms terms, SigningKey key, SecureRandom random) {
    List<Selector> asked = List.copyOf(new TreeSet<>(selectors));
    if (asked.isEmpty()) {
      throw new IllegalArgumentException("a request must have one selector at least, but has none");
    }
    int size = SetSize.of(asked.size());
    List<Integer> places = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(places, random);
    List<BigInteger> blinds = OprfClient.blinds(asked.size(), random);
    byte[] elements = new byte[size * P256.ELEMENT];
    Batches.map(
        size,
        (from, to) -> {
          byte[] part = blinded(asked, blinds, from, to, random);
          for (int i = from; i < to; i++) {
            System.arraycopy(
                part,
                (i - from) * P256.ELEMENT,
                elements,
                places.get(i) * P256.ELEMENT,
                P256.ELEMENT);
          }
          return to;
        });
    return signed(asked, terms, key, random, places, blinds, elements);
  }

  private static DeconflictQuestion signed(
      List<Selector> asked,
      AskedTerms terms,
      SigningKey key,
      SecureRandom random,
      List<Integer> places,
      List<BigInteger> blinds,
      byte[] elements) {
    byte[] id = new byte[16];
    random.nextBytes(id);
    String name = HexFormat.of().formatHex(id);
    SignedFile.Written request = DeconflictRequest.write(name, terms, elements, key);
    List<AskedSelectors.Line> lines = new ArrayList<>(asked.size());
    for (int i = 0; i < asked.size(); i++) {
      lines.add(new AskedSelectors.Line(places.get(i), blinds.get(i), asked.get(i)));
    }
    return new DeconflictQuestion(
        request.bytes(), new AskedSelectors(name, terms.to(), request.hash(), lines));
  }

  /** Blinds a part; what fills up are points drawn at random, which nobody can tell from others. */
  private static byte[] blinded(
      List<Selector> asked, List<BigInteger> blinds, int from, int to, SecureRandom random) {
    int real = Math.max(from, Math.min(to, asked.size()));
    List<byte[]> inputs =
        from < real ? asked.subList(from, real).stream().map(Selector::input).toList() : List.of();
    List<BigInteger> own = from < real ? blinds.subList(from, real) : List.of();
    return OprfSuite.joined(
        CLIENT.blind(inputs, own), AffinePoints.random(to - real, random).encode());
  }
}
