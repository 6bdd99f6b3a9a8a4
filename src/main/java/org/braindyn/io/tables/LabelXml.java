package org.braindyn.io.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.io.NiftiFiles;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Label names in the XML of FSL atlases ({@code <label index="0">name</label>}, where value = index
 * + 1) and of AAL ({@code <label><index>2001</index><name>...</name></label>}).
 */
final class LabelXml {
  private LabelXml() {}

  static Map<Integer, String> read(Path path) throws IOException {
    String file = NiftiFiles.name(path);
    NodeList labels;
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      // No outside files, no entity bombs.
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      labels = builder.parse(path.toFile()).getElementsByTagName("label");
    } catch (ParserConfigurationException | SAXException e) {
      throw new BadInput(file + " is not well-formed XML: " + Reason.of(e), e);
    }
    Map<Integer, String> names = new LinkedHashMap<>();
    for (int i = 0; i < labels.getLength(); i++) {
      Element label = (Element) labels.item(i);
      boolean fsl = label.hasAttribute("index");
      String value = fsl ? label.getAttribute("index") : text(label, "index");
      String name = fsl ? label.getTextContent() : text(label, "name");
      try {
        LabelTable.add(names, Integer.parseInt(value.strip()) + (fsl ? 1 : 0), name, file);
      } catch (NumberFormatException e) {
        throw new BadInput(file + ": the label index \"" + value + "\" is no whole number.", e);
      }
    }
    if (names.isEmpty()) {
      throw new BadInput(file + " holds no <label> with an index. Is it an atlas description?");
    }
    return names;
  }

  private static String text(Element parent, String tag) {
    NodeList found = parent.getElementsByTagName(tag);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }
}
