/** A line of a page as it stands on the paper, in points; y grows upwards. */
export interface TextLine {
  text: string;
  left: number;
  right: number;
  y: number;
  height: number;
  /** Of most of its letters; '' when nobody knows. */
  font: string;
}
