package org.vigie.pipeline.neardup;

import java.io.IOException;
import java.util.Arrays;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.vigie.pipeline.state.CompactInput;
import org.vigie.pipeline.state.CompactOutput;
import org.vigie.pipeline.state.CompactSerializer;

/**
 * An advert with which later ones are compared.
 *
 * @param id the advert
 * @param day the UTC day, since 1970, of the last advert that was like it, or its own
 * @param set number of the set of {@link LinkedSets} in which it was kept, or {@link #OF_ITS_OWN}
 * @param sample as {@link Sketch} writes it, or after a zero as an earlier release's {@link
 *     CoarseSignature} did; not to be changed
 */
record Representative(String id, long day, int set, byte[] sample) {
  /** The set that has the number of the representative itself. */
  static final int OF_ITS_OWN = -1;

  /** Returns the same, seen on a day too. */
  Representative on(long other) {
    return new Representative(id, Math.max(day, other), set, sample);
  }

  /** Returns the same in a set. */
  Representative in(int other) {
    return new Representative(id, day, other, sample);
  }

  /** Returns the set that it was kept in under a number. */
  int setUnder(int number) {
    return set == OF_ITS_OWN ? number : set;
  }

  /** Returns one that an earlier release kept. */
  static Representative ofEarlierRelease(String id, long day, byte[] coarseSignature) {
    byte[] sample = new byte[coarseSignature.length + 1];
    System.arraycopy(coarseSignature, 0, sample, 1, coarseSignature.length);
    return new Representative(id, day, OF_ITS_OWN, sample);
  }

  boolean isOfEarlierRelease() {
    return sample.length > 0 && sample[0] == 0;
  }

  byte[] coarseSignature() {
    return Arrays.copyOfRange(sample, 1, sample.length);
  }

  /** Writes it in 17 bytes beside the sample, some more where it is linked. */
  static final class Serializer extends CompactSerializer<Representative> {
    private static final long serialVersionUID = 1L;

    Serializer() {
      super(true);
    }

    @Override
    protected int layout() {
      return 3;
    }

    @Override
    protected void write(Representative value, CompactOutput out) throws IOException {
      out.id(value.id);
      out.signed(value.day);
      out.number(value.set - OF_ITS_OWN);
      out.bytes(value.sample);
    }

    @Override
    protected Representative read(int layout, CompactInput in) throws IOException {
      String id = in.id();
      long day = in.signed();
      if (layout < 3) {
        byte[] coarse = in.bytes();
        return ofEarlierRelease(
            id, day, layout == 1 ? CoarseSignature.ofFirstLayout(coarse) : coarse);
      }
      return new Representative(id, day, (int) in.number() + OF_ITS_OWN, in.bytes());
    }

    @Override
    public Representative createInstance() {
      return new Representative("", 0, OF_ITS_OWN, new byte[0]);
    }

    @Override
    public TypeSerializerSnapshot<Representative> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Names the serializer in a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Representative> {
    public Snapshot() {
      super(Serializer::new);
    }
  }
}
