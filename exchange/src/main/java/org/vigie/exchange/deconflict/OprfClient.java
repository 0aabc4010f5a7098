package org.vigie.exchange.deconflict;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.math.ec.ECPoint;

/** The asking side of the function: {@code Blind} and {@code Finalize} (RFC 9497, 3.3.2). */
final class OprfClient {
  private final OprfSuite suite;

  OprfClient(OprfSuite suite) {
    this.suite = suite;
  }

  /** Returns fresh blinds, each of which is used for one input alone. */
  static List<BigInteger> blinds(int count, SecureRandom random) {
    List<BigInteger> blinds = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      blinds.add(P256.randomScalar(random));
    }
    return blinds;
  }

  /** Returns the elements to be sent, in order of the inputs. */
  byte[] blind(List<byte[]> inputs, List<BigInteger> blinds) {
    ECPoint[] points = HashToCurve.points(inputs, suite.tagOfGroup());
    for (int i = 0; i < points.length; i++) {
      points[i] = points[i].multiply(blinds.get(i));
    }
    return P256.encode(points);
  }

  /** Returns the outputs of inputs by the elements that came back for them. */
  byte[][] finish(List<byte[]> inputs, List<BigInteger> blinds, ECPoint[] evaluated) {
    BigInteger[] inverses = P256.invert(blinds);
    ECPoint[] points = new ECPoint[evaluated.length];
    for (int i = 0; i < points.length; i++) {
      points[i] = evaluated[i].multiply(inverses[i]);
    }
    P256.CURVE.normalizeAll(points);
    return IntStream.range(0, points.length)
        .mapToObj(i -> OprfSuite.output(inputs.get(i), points[i]))
        .toArray(byte[][]::new);
  }
}
