package org.vigie.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.MultipartConfigElement;
import java.nio.file.Path;

/**
 * The address whose forms bring files too large for memory: what comes lies on the disk, and is
 * removed with the request.
 *
 * @param path of the address
 * @param folder where it lies, open to its owner alone
 * @param most bytes of a file
 */
public record Uploads(String path, Path folder, long most) {
  /** Where Jetty looks for how to take a form with files. */
  private static final String SETTING = "org.eclipse.jetty.multipartConfig";

  /** What surrounds the file in its form. */
  private static final long ROUND_IT = 1 << 20;

  /** What is smaller stays in memory. */
  private static final int IN_MEMORY = 256 << 10;

  /** Looks at a request before anything of its form is read. */
  void apply(Context context) {
    if (context.method() == HandlerType.POST && context.path().equals(path)) {
      context
          .req()
          .setAttribute(
              SETTING,
              new MultipartConfigElement(folder.toString(), most, most + ROUND_IT, IN_MEMORY));
    }
  }
}
