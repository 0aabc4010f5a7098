package org.vigie.crawler;

import java.lang.reflect.Method;
import java.nio.file.Path;
import org.netpreserve.jwarc.tools.ValidateTool;

/** The validator of jwarc's command line, {@code jwarc validate}. */
final class JwarcValidator {
  private JwarcValidator() {}

  /** Returns whether it has nothing to say against a file. */
  static boolean accepts(Path warc) throws ReflectiveOperationException {
    Method validate = ValidateTool.class.getDeclaredMethod("validate", Path.class);
    validate.setAccessible(true);
    return (Boolean) validate.invoke(new ValidateTool(false), warc);
  }
}
