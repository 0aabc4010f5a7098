package org.vigie.advert;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * A finding with those that it lists, as a line shows it: the headline of an alert, a reason, or
 * what is wrong with an input.
 *
 * @param code as {@link Finding#code}
 * @param arguments as {@link Finding#arguments}
 * @param parts findings that the line lists, such as the signs that a headline names; perhaps none
 */
public record AlertLine(String code, Map<String, String> arguments, List<Finding> parts)
    implements Serializable {
  public AlertLine {
    code = code == null ? "" : code;
    arguments = arguments == null ? Map.of() : Map.copyOf(arguments);
    parts = parts == null ? List.of() : List.copyOf(parts);
  }

  /** Returns a line that is one finding. */
  public static AlertLine of(Finding finding) {
    return of(finding, List.of());
  }

  /** Returns a line that lists findings. */
  public static AlertLine of(Finding finding, List<Finding> parts) {
    return new AlertLine(finding.code(), finding.arguments(), parts);
  }

  /** Returns the line without what it lists. */
  public Finding finding() {
    return new Finding(code, arguments);
  }
}
