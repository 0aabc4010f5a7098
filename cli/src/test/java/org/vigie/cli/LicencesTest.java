package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.vigie.casework.Readme;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** {@code docs/reference/licences.md} against the POMs of what is on the class path. */
class LicencesTest {
  private static final Pattern PERMISSIVE =
      Pattern.compile("(?i).*(apache|\\bmit\\b|bsd|\\bedl\\b|go license|zlib|cc0).*");

  private static final int MOST_PARENTS = 8;

  @Test
  void everyLibraryIsUnderAPermissiveLicenceOrInTheList() throws Exception {
    List<Path> poms = poms();
    assumeTrue(!poms.isEmpty(), "the class path must be Maven's repository");
    String listed = Readme.text("docs/reference/licences.md");
    List<String> unknown = new ArrayList<>();
    for (Path pom : poms) {
      String artifact = pom.getParent().getParent().getFileName().toString();
      List<String> licences = licences(pom, 0);
      if (licences.stream().noneMatch(name -> PERMISSIVE.matcher(name).matches())
          && !listed.contains("`" + artifact + "`")) {
        unknown.add(artifact + " under " + licences);
      }
    }

    assertThat(poms).hasSizeGreaterThan(100);
    assertThat(unknown).isEmpty();
  }

  /** Returns the POM beside each jar of the class path. */
  private static List<Path> poms() {
    return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .map(Path::of)
        .map(jar ->
            jar.resolveSibling(
                jar.getParent().getParent().getFileName()
                    + "-"
                    + jar.getParent().getFileName()
                    + ".pom"))
        .filter(Files::exists)
        .toList();
  }

  /** Returns the names of a POM's licences, or of those of the nearest parent that has any. */
  private static List<String> licences(Path pom, int parents) throws Exception {
    Element project = parse(pom);
    List<String> names = new ArrayList<>();
    for (Element licence :
        child(project, "licenses").map(LicencesTest::children).orElse(List.of())) {
      names.add(text(licence, "name") + " " + text(licence, "url"));
    }
    Optional<Element> parent = child(project, "parent");
    if (!names.isEmpty() || parent.isEmpty() || parents > MOST_PARENTS) {
      return names;
    }
    String group = text(parent.get(), "groupId");
    String artifact = text(parent.get(), "artifactId");
    String version = text(parent.get(), "version");
    Path above =
        repository(pom, text(project, "groupId").isEmpty() ? group : text(project, "groupId"))
            .resolve(group.replace('.', '/'))
            .resolve(artifact)
            .resolve(version)
            .resolve(artifact + "-" + version + ".pom");
    return Files.exists(above) ? licences(above, parents + 1) : names;
  }

  /** A POM lies in the folders of its group, then artifact, then version. */
  private static Path repository(Path pom, String group) {
    Path folder = pom.getParent().getParent().getParent();
    for (int i = 0; i < group.split("\\.").length; i++) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static Element parse(Path pom) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
  }

  private static Optional<Element> child(Element of, String name) {
    return children(of).stream().filter(child -> child.getTagName().equals(name)).findFirst();
  }

  private static List<Element> children(Element of) {
    List<Element> children = new ArrayList<>();
    for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  private static String text(Element of, String name) {
    return child(of, name).map(child -> child.getTextContent().strip()).orElse("");
  }
}
