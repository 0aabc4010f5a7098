package org.vigie.pipeline.neardup;

import java.io.IOException;
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
 * @param signature as {@link CoarseSignature} writes it; not to be changed
 */
record Representative(String id, long day, int set, byte[] signature) {
  /** The set that has the number of the representative itself. */
  static final int OF_ITS_OWN = -1;

  /** Returns the same, seen on a day too. */
  Representative on(long other) {
    return new Representative(id, Math.max(day, other), set, signature);
  }

  /** Returns the same in a set. */
  Representative in(int other) {
    return new Representative(id, day, other, signature);
  }

  /** Returns the set that it was kept in under a number. */
  int setUnder(int number) {
    return set == OF_ITS_OWN ? number : set;
  }

  /** Writes it in 17 bytes beside the signature, some more where it is linked. */
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
      out.bytes(value.signature);
    }

    @Override
    protected Representative read(int layout, CompactInput in) throws IOException {
      String id = in.id();
      long day = in.signed();
      int set = layout < 3 ? OF_ITS_OWN : (int) in.number() + OF_ITS_OWN;
      byte[] signature = in.bytes();
      return new Representative(
          id, day, set, layout == 1 ? CoarseSignature.ofFirstLayout(signature) : signature);
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
