package org.vigie.web.pages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;

/** The style and the scripts of the pages, from this program alone. */
public final class Assets {
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private static final String CYTOSCAPE_VERSION =
      "/META-INF/maven/org.webjars.npm/cytoscape/pom.properties";

  private Assets() {}

  /** Returns one route per file, so that no path leads anywhere else. */
  public static List<Route> routes() {
    return List.of(
        asset("/assets/vigie.css", "text/css; charset=utf-8", "assets/vigie.css"),
        asset("/assets/mark.svg", "image/svg+xml", "assets/mark.svg"),
        asset("/assets/enrolment.js", SCRIPT, "assets/enrolment.js"),
        asset("/assets/graph.js", SCRIPT, "assets/graph.js"),
        asset("/assets/intake.js", SCRIPT, "assets/intake.js"),
        asset("/assets/leave.js", SCRIPT, "assets/leave.js"),
        asset("/assets/map.js", SCRIPT, "assets/map.js"),
        asset("/assets/cytoscape.js", SCRIPT, cytoscape()));
  }

  /**
   * Returns where the WebJar has the script: its path holds the version, which the pom alone says.
   */
  private static String cytoscape() {
    Properties jar = new Properties();
    try (InputStream in = new ByteArrayInputStream(read(CYTOSCAPE_VERSION))) {
      jar.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "/META-INF/resources/webjars/cytoscape/%s/dist/cytoscape.min.js"
        .formatted(jar.getProperty("version"));
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
