package org.vigie.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vigie.casework.mandate.ShownIds;

/** What the server sends back. */
public sealed interface Answer {
  /** HTTP's status for what somebody may not do. */
  int FORBIDDEN = 403;

  /** Returns whether this tells somebody that they may not. */
  default boolean isRefusal() {
    return switch (this) {
      case Page page -> page.status() == FORBIDDEN;
      case Json json -> json.status() == FORBIDDEN;
      default -> false;
    };
  }

  /**
   * A page made from a template.
   *
   * @param status HTTP status
   * @param template name without ending
   * @param values what the template asks for
   */
  record Page(int status, String template, Map<String, Object> values) implements Answer {
    public Page {
      values = Map.copyOf(values);
    }

    /** Returns the page that says by a phrase why something isn't done. */
    public static Page error(int status, String phrase) {
      return error(status, phrase, Worded.NONE);
    }

    /** Returns the same with a detail, which may be none. */
    public static Page error(int status, String phrase, Worded detail) {
      return new Page(status, "error", Map.of("phrase", phrase, "detail", detail));
    }

    /**
     * Returns the page for somebody who lacks a role.
     *
     * @param roles labels of the roles one of which would do
     */
    static Page lacking(List<String> roles) {
      return new Page(
          FORBIDDEN,
          "error",
          Map.of("phrase", "error.role", "detail", Worded.NONE, "roles", List.copyOf(roles)));
    }
  }

  /**
   * The way to another page of the console.
   *
   * @param path begins with one slash
   */
  record SeeOther(String path) implements Answer {
    public SeeOther {
      if (!isLocal(path)) {
        throw new IllegalArgumentException("a page must lead to another of the console's own");
      }
    }

    /** Returns whether a path can't lead a browser to another host. */
    public static boolean isLocal(String path) {
      return path.startsWith("/")
          && path.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '\\')
          && !path.startsWith("//");
    }
  }

  /**
   * The way to the provider with which people sign in, which the configuration names.
   *
   * @param address absolute
   */
  record Elsewhere(URI address) implements Answer {
    public Elsewhere {
      if (!address.isAbsolute()) {
        throw new IllegalArgumentException("the way to a provider must begin with its scheme");
      }
    }
  }

  /**
   * A file that belongs to the pages.
   *
   * @param type its media type
   */
  record Asset(String type, byte[] bytes) implements Answer {}

  /**
   * A file to keep, which is removed once it was sent.
   *
   * @param type its media type
   * @param name what the browser calls it: letters, digits, dots and hyphens
   * @param content where it lies meanwhile
   * @param shown ids of what it holds
   */
  record File(String type, String name, Path content, ShownIds shown) implements Answer {
    public File {
      if (!isPlain(name)) {
        throw new IllegalArgumentException("a file's name must need no quoting in a header");
      }
    }

    static boolean isPlain(String name) {
      return name.chars()
          .allMatch(c -> c == '-' || c == '.' || (c < 0x80 && Character.isLetterOrDigit(c)));
    }
  }

  /**
   * A list that is sent while it is read, however long it is.
   *
   * @param type its media type
   * @param shown ids of what it holds
   * @param source writes it; if it throws amid the lines, the last one says so
   */
  record Stream(String type, ShownIds shown, Source source) implements Answer {
    /** Writes to a program that listens. */
    @FunctionalInterface
    public interface Source {
      void writeTo(OutputStream out) throws IOException;
    }
  }

  /**
   * A file that somebody brought, to be kept and never shown: it may hold anything.
   *
   * @param name what the browser calls it: letters, digits, dots and hyphens
   */
  record Attachment(String name, byte[] bytes) implements Answer {
    public Attachment {
      if (!File.isPlain(name)) {
        throw new IllegalArgumentException("a file's name must need no quoting in a header");
      }
    }
  }

  /**
   * A value for a program.
   *
   * @param status HTTP status
   * @param value what becomes JSON
   */
  record Json(int status, Object value) implements Answer {
    /** What went wrong, in one line. */
    public record Problem(String error) {}

    public static Json problem(int status, String error) {
      return new Json(status, new Problem(error));
    }
  }

  static Json json(Object value) {
    return new Json(200, value);
  }

  static Page page(String template, Map<String, Object> values) {
    return new Page(200, template, values);
  }
}
