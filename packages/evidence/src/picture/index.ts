export { barePicture, type BarePicture } from "./barePicture.ts";
export { pictureType, type PictureType } from "./pictureType.ts";
