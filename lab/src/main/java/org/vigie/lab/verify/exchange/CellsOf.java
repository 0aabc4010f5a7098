package org.vigie.lab.verify.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** All that stands in the cells of a table, or in the attributes and texts of an XML document. */
final class CellsOf {
  /** RFC 4180; every cell of ours is quoted. */
  private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*+)\"");

  /** The apostrophe that keeps spreadsheets from computing what they would take for a formula. */
  private static final Pattern GUARD = Pattern.compile("(^|[,;\\s]\"*+)'(?=[\\s\"]*+[-=+@|%])");

  private CellsOf() {}

  /** Returns the cells of a table as they are, and without what guards against formulas. */
  static Set<String> table(Path file) throws IOException {
    Set<String> cells = new HashSet<>();
    Matcher cell = CELL.matcher(Files.readString(file));
    while (cell.find()) {
      String text = cell.group(1).replace("\"\"", "\"");
      cells.add(text);
      cells.add(GUARD.matcher(text).replaceAll("$1"));
    }
    return cells;
  }

  /** Returns the values of attributes and the texts of elements without others, each once. */
  static Set<String> document(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      Document document = factory.newDocumentBuilder().parse(file.toFile());
      Set<String> values = new HashSet<>();
      NodeList all = document.getElementsByTagName("*");
      for (int i = 0; i < all.getLength(); i++) {
        add(all.item(i), values);
      }
      return values;
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(file.getFileName() + " must be XML, but isn't", e);
    }
  }

  private static void add(Node element, Set<String> values) {
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      values.add(attributes.item(i).getNodeValue());
    }
    values.add(element.getTextContent());
  }
}
