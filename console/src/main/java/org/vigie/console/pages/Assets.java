package org.vigie.console.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.vigie.console.web.Access;
import org.vigie.console.web.Act;
import org.vigie.console.web.Answer;
import org.vigie.console.web.Route;

/** The style and the scripts of the pages, from this program alone. */
public final class Assets {
  private Assets() {}

  /** Returns one route per file, so that no path leads anywhere else. */
  public static List<Route> routes() {
    return List.of(
        asset("/assets/vigie.css", "text/css; charset=utf-8", "assets/vigie.css"),
        asset("/assets/mark.svg", "image/svg+xml", "assets/mark.svg"));
  }

  private static Route asset(String path, String type, String resource) {
    byte[] bytes = read(resource);
    return Route.get(path, new Access.Anyone(), Act.NONE, visit -> new Answer.Asset(type, bytes));
  }

  private static byte[] read(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " must be part of the program, but isn't");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
