package org.vigie.pipeline.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/** Whether a copy of state that changes in place is alike and shares nothing that changes. */
public final class Copies {
  private Copies() {}

  /**
   * Fails unless all fields are alike, and no two are the same collection.
   *
   * @param value one of which each field differs from that of a new one, so that none is forgotten
   * @param fresh a new one
   */
  public static <T> void shareNothing(T value, T copy, T fresh) throws IllegalAccessException {
    for (Field field : value.getClass().getFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        Object own = field.get(value);
        if (hasFields(own)) {
          assertThat(field.get(copy)).as(field.getName()).isNotSameAs(own);
          shareNothing(own, field.get(copy), field.get(fresh));
        } else {
          isAlike(field, own, field.get(copy), field.get(fresh));
        }
      }
    }
  }

  private static void isAlike(Field field, Object own, Object copy, Object fresh) {
    assertThat(own).as("%s, filled", field.getName()).isNotEqualTo(fresh);
    assertThat(copy).as(field.getName()).isEqualTo(own);
    if (own instanceof Collection || own instanceof Map) {
      assertThat(copy).as(field.getName()).isNotSameAs(own);
    }
  }

  /** Returns whether a field's value is state of such fields itself. */
  private static boolean hasFields(Object value) {
    return Arrays.stream(value.getClass().getFields())
        .anyMatch(field -> !Modifier.isStatic(field.getModifiers()));
  }
}
