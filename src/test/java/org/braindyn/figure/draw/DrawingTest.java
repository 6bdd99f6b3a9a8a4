package org.braindyn.figure.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Drawings as files that other programs read, and as places that one can point at. */
class DrawingTest {
  private static Drawing sample() {
    Drawing inner = new Drawing(20, 20, "inner");
    inner.disc(10, 10, 5, Ink.fill(0x112233), "Precentral <L> & \"R\"");
    Drawing drawing = new Drawing(100.5, 50, "a & b < c");
    drawing.box(0, 0, 100, 10, Ink.UNSEEN, "row 1");
    drawing.line(0, 0, 10, 10, Ink.line(0xff0000, 1.25).seenThrough(0.5));
    drawing.words(Words.at(5, 20, 10, "\u00b5V & <x>\u0001").end().turned(-90));
    Pixels pixels = Pixels.clear(2, 3);
    pixels.set(1, 2, 0x0a141e);
    drawing.tiles(60, 20, 20, 30, pixels);
    drawing.inset(30, 20, inner);
    return drawing;
  }

  private static Document svg() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    String text = Svg.of(sample());
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  @Test
  void svgIsWellFormedWhateverTheNames() throws Exception {
    Element root = svg().getDocumentElement();
    assertEquals("0 0 100.5 50", root.getAttribute("viewBox"));
    assertEquals("a & b < c", root.getElementsByTagName("title").item(0).getTextContent());
    Element circle = (Element) root.getElementsByTagName("circle").item(0);
    assertEquals("Precentral <L> & \"R\"", circle.getTextContent());
    assertEquals("#112233", circle.getAttribute("fill"));
    Element text = (Element) root.getElementsByTagName("text").item(0);
    assertEquals("\u00b5V & <x>", text.getTextContent());
    assertEquals("rotate(-90 5 20)", text.getAttribute("transform"));
  }

  @Test
  void pixelsAreReadBackByAnotherReader() throws Exception {
    Element image = (Element) svg().getElementsByTagName("image").item(0);
    String data = image.getAttribute("xlink:href");
    assertTrue(data.startsWith("data:image/png;base64,"));
    byte[] png = Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1));
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(2, read.getWidth());
    assertEquals(3, read.getHeight());
    assertEquals(0xff0a141e, read.getRGB(1, 2));
    assertEquals(0, read.getRGB(0, 0) >>> 24, "the rest is seen through");
  }

  @Test
  void theTopmostMarkIsPointedAt() {
    Drawing drawing = sample();
    assertEquals("row 1", drawing.tipAt(50, 5));
    assertEquals("Precentral <L> & \"R\"", drawing.tipAt(41, 31));
    assertEquals("", drawing.tipAt(95, 40));
    assertEquals(1, drawing.placesOf("row 1").size());
    double[] place = drawing.placesOf("Precentral <L> & \"R\"").get(0);
    assertEquals(35, place[0]);
    assertEquals(25, place[1]);
    assertEquals(10, place[2]);
  }

  @Test
  void longNamesKeepBothEnds() {
    assertEquals("Frontal_Sup_L", Words.shorten("Frontal_Sup_L", 13));
    String brief = Words.shorten("Frontal_Sup_Medial_L", 13);
    assertEquals(13, brief.length());
    assertTrue(brief.startsWith("Frontal") && brief.endsWith("al_L"), brief);
  }
}
