package org.vigie.pipeline.state;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/**
 * A sealed interface of records, each of which Flink knows how to write.
 *
 * @param <T> the interface
 */
public final class OneOfTypeInfo<T> extends TypeInformation<T> {
  private static final long serialVersionUID = 1L;

  private final Class<T> type;

  /**
   * @throws IllegalArgumentException if the type isn't sealed
   */
  OneOfTypeInfo(Class<T> type) {
    if (!type.isSealed()) {
      throw new IllegalArgumentException(type.getName() + " must be sealed");
    }
    this.type = type;
  }

  /** Makes it where Flink meets such an interface; named in its {@code @TypeInfo}. */
  public static final class Factory<T> extends TypeInfoFactory<T> {
    @Override
    @SuppressWarnings("unchecked") // Flink hands over the class that bears the annotation
    public TypeInformation<T> createTypeInfo(
        Type type, Map<String, TypeInformation<?>> ofParameters) {
      return new OneOfTypeInfo<>((Class<T>) type);
    }
  }

  /** Returns what its values may be, in the order in which they are declared. */
  List<TypeInformation<?>> kinds() {
    return Stream.of(type.getPermittedSubclasses())
        .<TypeInformation<?>>map(TypeInformation::of)
        .toList();
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return new OneOfSerializer<>(
        kinds().stream()
            .<OneOfSerializer.Kind<?>>map(kind -> OneOfSerializer.Kind.of(kind, config))
            .toList());
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public Class<T> getTypeClass() {
    return type;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof OneOfTypeInfo;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OneOfTypeInfo<?> info && info.type.equals(type);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type);
  }

  @Override
  public String toString() {
    return "OneOf<" + type.getSimpleName() + ">";
  }
}
