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
 * @param signature as {@link CoarseSignature} writes it; not to be changed
 */
record Representative(String id, long day, byte[] signature) {

  /** Returns the same, seen on a day too. */
  Representative on(long other) {
    return new Representative(id, Math.max(day, other), signature);
  }

  /** Writes it in 16 bytes beside the signature. */
  static final class Serializer extends CompactSerializer<Representative> {
    private static final long serialVersionUID = 1L;

    Serializer() {
      super(true);
    }

    @Override
    protected int layout() {
      return 2;
    }

    @Override
    protected void write(Representative value, CompactOutput out) throws IOException {
      out.id(value.id);
      out.signed(value.day);
      out.bytes(value.signature);
    }

    @Override
    protected Representative read(int layout, CompactInput in) throws IOException {
      String id = in.id();
      long day = in.signed();
      byte[] signature = in.bytes();
      return new Representative(
          id, day, layout == 1 ? CoarseSignature.ofFirstLayout(signature) : signature);
    }

    @Override
    public Representative createInstance() {
      return new Representative("", 0, new byte[0]);
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
