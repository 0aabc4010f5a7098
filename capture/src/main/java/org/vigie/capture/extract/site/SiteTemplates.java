package org.vigie.capture.extract.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.PayloadForm;

/** The site templates of an installation, at most one a host. */
public final class SiteTemplates implements ChannelReader {
  /** Far more than any template needs; keeps a mistaken path from filling memory. */
  private static final long MAX_BYTES = 1 << 20;

  private final Map<String, SiteTemplate> byHost = new HashMap<>();

  private SiteTemplates(List<SiteTemplate> templates) {
    for (SiteTemplate template : templates) {
      for (String host : template.hosts()) {
        SiteTemplate other = byHost.put(host, template);
        if (other != null && other != template) {
          throw new IllegalArgumentException(
              "a host must have one template, but %s has %s and %s"
                  .formatted(host, other.name(), template.name()));
        }
      }
    }
  }

  /** Returns templates of no site. */
  public static SiteTemplates none() {
    return new SiteTemplates(List.of());
  }

  /**
   * Returns the templates in a folder, a {@code .yaml} file each; none if there is no such folder.
   *
   * @throws IllegalArgumentException if a file is no template; the message names file and key
   */
  public static SiteTemplates in(Path folder) throws IOException {
    return in(List.of(folder));
  }

  /** Returns the templates in several folders; see {@link #in(Path)}. */
  public static SiteTemplates in(List<Path> folders) throws IOException {
    List<SiteTemplate> templates = new ArrayList<>();
    for (Path folder : folders) {
      for (Path file : files(folder)) {
        templates.add(read(file));
      }
    }
    return new SiteTemplates(templates);
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  /** Returns the template in one file; see {@link #in}. */
  public static SiteTemplates of(Path file) throws IOException {
    return new SiteTemplates(List.of(read(file)));
  }

  public static SiteTemplates of(SiteTemplate... templates) {
    return new SiteTemplates(List.of(templates));
  }

  /** Returns the template of an address's host, or null. {@code www.} makes no difference. */
  public @Nullable SiteTemplate of(String url) {
    return byHost.isEmpty() ? null : byHost.get(site(Page.host(url)));
  }

  static String site(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.startsWith("www.") ? lower.substring("www.".length()) : lower;
  }

  private static SiteTemplate read(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IllegalArgumentException(
          "%s: must have at most %d bytes, but has %d"
              .formatted(file, MAX_BYTES, Files.size(file)));
    }
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return SiteTemplateFile.parse(
        Files.readString(file), dot < 0 ? name : name.substring(0, dot), file.toString());
  }

  @Override
  public String name() {
    return "site-template";
  }

  /** Returns whether a template is for an address. */
  public boolean knows(String url) {
    return of(url) != null;
  }

  @Override
  public @Nullable Extraction read(Payload payload) {
    SiteTemplate template = of(payload.capture().url());
    boolean readable = payload.form() == PayloadForm.MARKUP || payload.form() == PayloadForm.JSON;
    return template == null || !readable ? null : template.read(payload);
  }

  @Override
  public boolean lists(Payload payload) {
    SiteTemplate template = of(payload.capture().url());
    return template != null && template.kind(payload.capture().url()) == SiteTemplate.Kind.LISTING;
  }
}
