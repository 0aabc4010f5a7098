package org.vigie.exchange.deconflict;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

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
    return HashToCurve.points(inputs, suite.tagOfGroup()).times(blinds).encode();
  }

  /** Returns the outputs of inputs by the elements that came back for them. */
  byte[][] finish(List<byte[]> inputs, List<BigInteger> blinds, AffinePoints evaluated) {
    return OprfSuite.outputs(inputs, evaluated.times(List.of(P256.invert(blinds))));
  }
}
