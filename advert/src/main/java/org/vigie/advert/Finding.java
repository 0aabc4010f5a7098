package org.vigie.advert;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * What was found, as a code and its arguments: programs join on it, and whoever shows it says it in
 * a language.
 *
 * @param code such as {@code template}, a key of the message files; empty if there is only a text,
 *     as in records that an earlier release wrote
 * @param arguments what fills its message, by name: {@code adverts} → {@code 5}
 */
public record Finding(String code, Map<String, String> arguments) implements Serializable {
  /** No finding. */
  public static final Finding NONE = new Finding("", Map.of());

  public Finding {
    code = code == null ? "" : code;
    arguments = arguments == null ? Map.of() : Map.copyOf(arguments);
  }

  /** Returns a finding without arguments. */
  public static Finding of(String code) {
    return new Finding(code, Map.of());
  }

  /** Returns it with one more argument. */
  public Finding with(String name, String value) {
    if (arguments.isEmpty()) {
      return new Finding(code, Map.of(name, value));
    }
    Map<String, String> more = new HashMap<>(arguments);
    more.put(name, value);
    return new Finding(code, more);
  }

  /** Returns it with one more number. */
  public Finding with(String name, long value) {
    return with(name, Long.toString(value));
  }

  /** Returns it with what names a warning sign: its id, name, grade and category. */
  public Finding with(Indicator sign) {
    return with("sign", sign.id())
        .with("name", sign.name())
        .with("grade", sign.grade().symbol())
        .with("category", sign.category());
  }

  /** Returns whether there is none. */
  public boolean isEmpty() {
    return code.isEmpty();
  }
}
