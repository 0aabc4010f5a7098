package org.vigie.advert;

import java.util.List;
import java.util.Map;

/**
 * One line of an alert, its headline or a reason, as a code and arguments.
 *
 * @param code as {@link Finding#code}
 * @param arguments as {@link Finding#arguments}
 * @param parts findings that the line lists, such as the signs that a headline names; perhaps none
 */
public record AlertLine(String code, Map<String, String> arguments, List<Finding> parts) {
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
