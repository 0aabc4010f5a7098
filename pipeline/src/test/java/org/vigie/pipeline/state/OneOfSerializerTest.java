package org.vigie.pipeline.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class OneOfSerializerTest {
  private static final List<Move> MOVES =
      List.of(new Move.Step("north", 3), new Move.Rest(), new Move.Jump(List.of("a", "b")));

  /** Invented, with a kind of no parts and one of a list. */
  @TypeInfo(OneOfTypeInfo.Factory.class)
  public sealed interface Move {
    record Step(String to, long paces) implements Move {}

    record Rest() implements Move {}

    record Jump(List<String> over) implements Move {}
  }

  @Test
  void comesBackAsItWasOfWhateverKind() throws IOException {
    TypeSerializer<Move> serializer = serializer();

    assertThat(read(serializer, written(serializer))).isEqualTo(MOVES);
    assertThat(MOVES).extracting(serializer::copy).isEqualTo(MOVES);
    assertThat(read(serializer.duplicate(), written(serializer))).isEqualTo(MOVES);
    DataOutputSerializer copy = new DataOutputSerializer(64);
    DataInputDeserializer source = new DataInputDeserializer(written(serializer));
    while (source.available() > 0) {
      serializer.copy(source, copy);
    }
    assertThat(copy.getCopyOfBuffer()).isEqualTo(written(serializer));
  }

  @Test
  void isReadByWhatASavepointSaysOfIt() throws IOException {
    TypeSerializer<Move> serializer = serializer();

    TypeSerializerSnapshot<Move> saved = savedAndRead(serializer.snapshotConfiguration());

    assertThat(read(saved.restoreSerializer(), written(serializer))).isEqualTo(MOVES);
    assertThat(compatibility(serializer, saved).isCompatibleAsIs()).isTrue();
  }

  @Test
  void readsWhatWasWrittenWhenTheOrderWasAnotherOrAKindWasMissing() throws IOException {
    OneOfSerializer<Move> now = serializer();
    List<OneOfSerializer.Kind<?>> reversed = new ArrayList<>(now.kinds());
    Collections.reverse(reversed);
    OneOfSerializer<Move> before = new OneOfSerializer<>(reversed);
    OneOfSerializer<Move> withoutTheLast = new OneOfSerializer<>(now.kinds().subList(0, 2));

    TypeSerializerSnapshot<Move> saved = savedAndRead(before.snapshotConfiguration());

    assertThat(read(saved.restoreSerializer(), written(before))).isEqualTo(MOVES);
    assertThat(compatibility(now, saved).isCompatibleAfterMigration()).isTrue();
    assertThat(compatibility(now, withoutTheLast.snapshotConfiguration()).isCompatibleAsIs())
        .isTrue();
    assertThat(compatibility(withoutTheLast, now.snapshotConfiguration()).isIncompatible())
        .isTrue();
  }

  @Test
  void refusesWhatIsNoKindOfIt() {
    OneOfSerializer<Move> steps = new OneOfSerializer<>(serializer().kinds().subList(0, 1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> steps.serialize(new Move.Rest(), new DataOutputSerializer(8)))
        .withMessageContaining("Rest");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> steps.deserialize(new DataInputDeserializer(new byte[] {1})))
        .withMessageContaining("below 1");
    assertThatIllegalArgumentException().isThrownBy(() -> new OneOfTypeInfo<>(String.class));
  }

  private static OneOfSerializer<Move> serializer() {
    return (OneOfSerializer<Move>)
        TypeInformation.of(Move.class).createSerializer(new SerializerConfigImpl());
  }

  private static byte[] written(TypeSerializer<Move> serializer) throws IOException {
    DataOutputSerializer target = new DataOutputSerializer(64);
    for (Move move : MOVES) {
      serializer.serialize(move, target);
    }
    return target.getCopyOfBuffer();
  }

  private static List<Move> read(TypeSerializer<Move> serializer, byte[] written)
      throws IOException {
    DataInputDeserializer source = new DataInputDeserializer(written);
    List<Move> moves = new ArrayList<>();
    while (source.available() > 0) {
      moves.add(serializer.deserialize(source));
    }
    return moves;
  }

  private static TypeSerializerSnapshot<Move> savedAndRead(TypeSerializerSnapshot<Move> snapshot)
      throws IOException {
    DataOutputSerializer target = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(target, snapshot);
    return TypeSerializerSnapshot.readVersionedSnapshot(
        new DataInputDeserializer(target.getCopyOfBuffer()),
        OneOfSerializerTest.class.getClassLoader());
  }

  private static TypeSerializerSchemaCompatibility<Move> compatibility(
      TypeSerializer<Move> now, TypeSerializerSnapshot<Move> before) {
    return now.snapshotConfiguration().resolveSchemaCompatibility(before);
  }
}
